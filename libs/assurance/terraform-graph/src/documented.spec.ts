import { hclGraph } from '../test/hcl-document';
import { change, smallGraph } from '../test/small-plan';
import { shownAt } from '../test/shown';

describe('what AWS documents', () => {
  const graph = hclGraph('modules/plan.json');

  it.each([
    ['a load balancer', 'aws_lb.internal', 'vpc_id'],
    ['a function', 'aws_lambda_function.caller', 'vpc_config[0].vpc_id'],
  ])('gives the VPC of %s, that of its subnets', (_title, address, path) => {
    expect(shownAt(graph, address, path)).toBe('${module.network.aws_vpc.this.id}');
  });

  it.each([
    ['module.network.aws_vpc.this', 'enable_dns_hostnames', false],
    ['module.network.aws_vpc_endpoint.interface["logs"]', 'private_dns_enabled', false],
    ['aws_security_group.callers', 'ingress', []],
    ['aws_security_group.mixed', 'ingress[0].security_groups', []],
  ])('gives what %s has for %s by default', (address, path, value) => {
    expect(shownAt(graph, address, path)).toEqual(value);
  });

  it('says that no blocks are taken for none', () => {
    expect(graph.at('aws_security_group.callers')?.assumptions('ingress')).toEqual([
      'aws_security_group.callers.ingress has no dynamic block over what is known only after apply',
    ]);
  });

  it('does not take a default for what is there already', () => {
    const update = {
      actions: ['update'],
      after: {},
      after_unknown: { enable_dns_hostnames: true },
    };
    const updated = smallGraph([change('aws_vpc.a', {}, update)]);

    expect(shownAt(updated, 'aws_vpc.a', 'enable_dns_hostnames')).toBe(
      '${aws_vpc.a.enable_dns_hostnames}',
    );
  });

  it.each([
    ['Interface', ['${aws_vpc.a.default_security_group_id}']],
    ['Gateway', '${aws_vpc_endpoint.a.security_group_ids}'],
  ])('gives an endpoint of type %s the group of its VPC only if it has one', (type, groups) => {
    const expressions = { vpc_id: { references: ['aws_vpc.a.id', 'aws_vpc.a'] } };
    const endpoints = smallGraph(
      [
        change('aws_vpc.a', {}, { after_unknown: { id: true, default_security_group_id: true } }),
        change(
          'aws_vpc_endpoint.a',
          {},
          {
            after: { vpc_endpoint_type: type },
            after_unknown: { vpc_id: true, security_group_ids: true },
          },
        ),
      ],
      {
        configuration: {
          root_module: { resources: [{ address: 'aws_vpc_endpoint.a', expressions }] },
        },
      },
    );

    expect(shownAt(endpoints, 'aws_vpc_endpoint.a', 'security_group_ids')).toEqual(groups);
  });
});
