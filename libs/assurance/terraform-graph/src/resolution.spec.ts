import { referring, to } from '../test/referring';
import { change, smallGraph } from '../test/small-plan';
import { shownAt } from '../test/shown';

describe('the value of an attribute', () => {
  it('is none of what the plan knows already, which makes nothing unknown', () => {
    const graph = referring(
      'aws_subnet',
      { vpc_id: to('aws_vpc.known.id', 'aws_vpc.a.id') },
      { vpc_id: true },
    );

    expect(shownAt(graph, 'aws_subnet.x', 'vpc_id')).toBe('${aws_vpc.a.id}');
  });

  it('is no list of all that something known when planning chooses from', () => {
    const type = 'aws_route53_resolver_rule';
    const endpoints = [change('aws_vpc_endpoint.a'), change('aws_vpc_endpoint.b')];
    const of = (references: object) =>
      referring(
        type,
        { vpc_endpoint_ids: references as never },
        { vpc_endpoint_ids: true },
        { more: endpoints },
      );

    expect(
      shownAt(
        of(to('aws_vpc_endpoint.a.id', 'aws_vpc_endpoint.b.id')),
        `${type}.x`,
        'vpc_endpoint_ids',
      ),
    ).toEqual(['${aws_vpc_endpoint.a.id}', '${aws_vpc_endpoint.b.id}']);
    expect(
      shownAt(
        of(to('terraform.workspace', 'aws_vpc_endpoint.a.id', 'aws_vpc_endpoint.b.id')),
        `${type}.x`,
        'vpc_endpoint_ids',
      ),
    ).toMatch(/^\$\{aws_route53_resolver_rule\.x\.vpc_endpoint_ids: /);
  });

  it('is no document that something else may be written into', () => {
    const documents = [
      change('data.aws_iam_policy_document.a', {}, { after_unknown: { json: true } }),
    ];
    const document = 'data.aws_iam_policy_document.a.json';
    const policyOf = (...references: string[]) =>
      shownAt(
        referring(
          'aws_vpc_endpoint',
          { policy: to(...references) },
          { policy: true },
          { more: documents },
        ),
        'aws_vpc_endpoint.x',
        'policy',
      );

    expect(policyOf(document)).toBe(`\${${document}}`);
    expect(policyOf(document, 'aws_vpc.a.id')).toBe(
      `\${aws_vpc_endpoint.x.policy: \${${document}}}`,
    );
  });

  it('is no group of another block of the same attribute', () => {
    const groups = { security_groups: true };
    const graph = referring(
      'aws_security_group',
      { ingress: to('aws_security_group.a.id', 'aws_security_group.b.id') },
      { ingress: [groups, groups] },
      {
        after: { ingress: [{}, {}] },
        more: ['a', 'b'].map((name) => change(`aws_security_group.${name}`)),
      },
    );

    expect(shownAt(graph, 'aws_security_group.x', 'ingress[1].security_groups')).toBe(
      '${aws_security_group.x.ingress[1].security_groups: ${aws_security_group.a.id} | ${aws_security_group.b.id}}',
    );
  });

  it('is one for each member of a list that is not known', () => {
    const condition = {
      test: 'StringEquals',
      variable: 'aws:SourceVpc',
      values: ['vpc-1', null, null],
    };
    const graph = referring(
      'aws_iam_policy_document',
      { condition: [{ values: to('aws_vpc.a.id', 'aws_vpc.b.id') }] },
      { statement: [{ condition: [{ values: [false, true, true] }] }] },
      { after: { statement: [{ condition: [condition] }] } },
    );
    const nested = referring(
      'aws_iam_policy_document',
      { statement: [{ condition: [{ values: to('aws_vpc.a.id', 'aws_vpc.b.id') }] }] },
      { statement: [{ condition: [{ values: [false, true, true] }] }] },
      { after: { statement: [{ condition: [condition] }] } },
    );

    expect(
      shownAt(nested, 'aws_iam_policy_document.x', 'statement[0].condition[0].values'),
    ).toEqual(['vpc-1', '${aws_vpc.a.id}', '${aws_vpc.b.id}']);
    expect(
      shownAt(graph, 'aws_iam_policy_document.x', 'statement[0].condition[0].values[1]'),
    ).toMatch(/: /);
  });

  it('is nothing where the instance that is named is not there', () => {
    const graph = referring(
      'aws_subnet',
      { vpc_id: to('aws_vpc.c["z"].id') },
      { vpc_id: true },
      {
        more: ['x', 'y'].map((index) => change(`aws_vpc.c["${index}"]`, { index })),
      },
    );

    expect(shownAt(graph, 'aws_subnet.x', 'vpc_id')).toBe('${aws_subnet.x.vpc_id}');
  });

  it('is nothing where the module that is named is not there', () => {
    const module = {
      outputs: { id: { expression: to('aws_vpc.a.id') } },
      resources: [{ address: 'aws_vpc.a' }],
    };
    const references = to('module.net["z"].id');
    const graph = smallGraph(
      [
        change('module.net["x"].aws_vpc.a', { module_address: 'module.net["x"]' }),
        change('aws_subnet.x', {}, { after_unknown: { vpc_id: true } }),
      ],
      {
        configuration: {
          root_module: {
            resources: [{ address: 'aws_subnet.x', expressions: { vpc_id: references } }],
            module_calls: { net: { module } },
          },
        },
      },
    );

    expect(shownAt(graph, 'aws_subnet.x', 'vpc_id')).toBe('${aws_subnet.x.vpc_id}');
  });

  it.each(['${x}', '%{x}', 'é"\\', 'a\tb'])(
    'is found by the key %j as Terraform quotes it',
    (index) => {
      const quoted = JSON.stringify(index).replaceAll(
        /[$%]\{/g,
        (sign) => `${sign.charAt(0)}${sign}`,
      );
      const graph = referring(
        'aws_subnet',
        { vpc_id: to(`aws_vpc.c[${quoted}].id`) },
        { vpc_id: true },
        {
          more: [index, 'other'].map((key) =>
            change(`aws_vpc.c[${key === index ? quoted : '"other"'}]`, { index: key }),
          ),
        },
      );

      expect(shownAt(graph, 'aws_subnet.x', 'vpc_id')).toBe(`\${aws_vpc.c[${quoted}].id}`);
    },
  );

  it('is found by its own key in a variable', () => {
    const call = {
      expressions: { vpcs: to('aws_vpc.c') },
      module: {
        variables: { vpcs: {} },
        resources: [
          {
            address: 'aws_subnet.s',
            expressions: { vpc_id: { references: ['var.vpcs', 'each.key'] } },
          },
        ],
      },
    };
    const graph = smallGraph(
      [
        ...['x', 'y'].map((index) => change(`aws_vpc.c["${index}"]`, { index })),
        change(
          'module.m.aws_subnet.s["y"]',
          { module_address: 'module.m', index: 'y' },
          { after_unknown: { vpc_id: true } },
        ),
      ],
      { configuration: { root_module: { module_calls: { m: call } } } },
    );

    expect(shownAt(graph, 'module.m.aws_subnet.s["y"]', 'vpc_id')).toBe('${aws_vpc.c["y"].id}');
  });

  it('names what it is made of where nothing fits', () => {
    const graph = referring(
      'aws_subnet',
      { vpc_id: to('aws_vpc.a.owner_id') },
      { vpc_id: true },
      {
        more: [change('aws_vpc.c')],
      },
    );
    const owner = referring('aws_lb', { subnets: to('aws_vpc.a.id') }, { subnets: true });

    expect(shownAt(graph, 'aws_subnet.x', 'vpc_id')).toBe('${aws_subnet.x.vpc_id}');
    expect(shownAt(owner, 'aws_lb.x', 'subnets')).toBe('${aws_lb.x.subnets: ${aws_vpc.a.id}}');
  });

  it('is told apart from others only if AWS makes it up', () => {
    const graph = smallGraph([
      change('aws_vpc.a'),
      change('aws_default_vpc.a'),
      change('aws_lb.a', {}, { after_unknown: { zone_id: true } }),
    ]);

    expect(graph.at('aws_vpc.a')?.value('id')).toHaveProperty('distinctAmong', 'aws_vpc.id');
    expect(graph.at('aws_default_vpc.a')?.value('id')).toMatchObject({ distinctAmong: undefined });
    expect(graph.at('aws_lb.a')?.value('zone_id')).toMatchObject({ distinctAmong: undefined });
  });

  it('is in no VPC that its subnets do not share', () => {
    const subnet = (name: string, vpc: string) =>
      change(`aws_subnet.${name}`, {}, { after: { vpc_id: vpc }, after_unknown: { id: true } });
    const vpcOf = (one: string, other: string) =>
      shownAt(
        referring(
          'aws_lb',
          { subnets: to('aws_subnet.one.id', 'aws_subnet.other.id') },
          { subnets: true, vpc_id: true },
          {
            more: [subnet('one', one), subnet('other', other)],
          },
        ),
        'aws_lb.x',
        'vpc_id',
      );

    expect(vpcOf('vpc-1', 'vpc-1')).toBe('vpc-1');
    expect(vpcOf('vpc-1', 'vpc-2')).toBe('${aws_lb.x.vpc_id}');
  });

  it('takes nothing for granted that another attribute does', () => {
    const subnets = [change('aws_subnet.a')];
    const expressions = { subnet_ids: to('aws_subnet.a.id'), subnet_id: to('aws_subnet.a.id') };
    const resource = referring(
      'aws_vpc_endpoint',
      expressions,
      { subnet_ids: true, subnet_id: true },
      {
        more: subnets,
      },
    ).at('aws_vpc_endpoint.x');

    expect(resource?.assumptions('subnet_ids')).toHaveLength(1);
    expect(resource?.assumptions('subnet_id')).toEqual([]);
  });

  it('is sensitive inside of what is', () => {
    const flags = { after: { environment: { KEY: 'x' } }, after_sensitive: { environment: true } };
    const resource = smallGraph([change('aws_thing.a', {}, flags)]).at('aws_thing.a');

    expect(resource?.isSensitive('environment.KEY')).toBe(true);
  });
});
