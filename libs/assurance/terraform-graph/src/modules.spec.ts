import { hclGraph } from '../test/hcl-document';
import { shownAt } from '../test/shown';

const SUBNETS = ['a', 'b'].map(
  (zone) => `\${module.network.module.subnets.aws_subnet.this["${zone}"].id}`,
);

describe('ResourceGraph of a plan with modules', () => {
  const graph = hclGraph('modules/plan.json');

  it.each([
    ['an output', 'aws_security_group.callers', 'vpc_id', '${module.network.aws_vpc.this.id}'],
    [
      'a variable that is a whole resource',
      'module.consumer["red"].module.subnets.aws_subnet.this["a"]',
      'vpc_id',
      '${module.consumer["red"].aws_vpc.this.id}',
    ],
    ['a key written down', 'aws_nat_gateway.this[0]', 'subnet_id', SUBNETS[0]],
    [
      'count.index',
      'aws_lb_listener.l[1]',
      'default_action[0].target_group_arn',
      '${aws_lb_target_group.t[1].arn}',
    ],
    [
      'each.key',
      'module.network.aws_route_table_association.isolated["b"]',
      'route_table_id',
      '${module.network.aws_route_table.isolated["b"].id}',
    ],
    [
      'each.key through outputs',
      'module.network.aws_route_table_association.isolated["b"]',
      'subnet_id',
      SUBNETS[1],
    ],
    [
      'each.value',
      'module.network.aws_ec2_tag.vpc["b"]',
      'resource_id',
      '${module.network.aws_route_table.isolated["b"].id}',
    ],
    ['a splat', 'module.network.aws_vpc_endpoint.interface["logs"]', 'subnet_ids', SUBNETS],
    ['a for expression', 'aws_lambda_function.caller', 'vpc_config[0].subnet_ids', SUBNETS],
    [
      'an id that is an ARN',
      'aws_secretsmanager_secret_version.db',
      'secret_id',
      '${aws_secretsmanager_secret.db.arn}',
    ],
    [
      'blocks that are attributes',
      'aws_security_group.mixed',
      'ingress[1].security_groups',
      ['${aws_security_group.callers.id}', '${module.network.aws_security_group.endpoints.id}'],
    ],
    [
      'a data source',
      'aws_api_gateway_rest_api_policy.orders',
      'policy',
      '${data.aws_iam_policy_document.orders.json}',
    ],
    [
      'the only reference in a list',
      'data.aws_iam_policy_document.orders',
      'statement[0].condition[0].values',
      ['${module.network.aws_vpc_endpoint.interface["execute-api"].id}'],
    ],
  ])('follows %s', (_title, address, path, value) => {
    expect(shownAt(graph, address, path)).toEqual(value);
  });

  it('knows an ARN of a name, an account and a Region', () => {
    expect(shownAt(graph, 'aws_lambda_function.caller', 'role')).toBe(
      'arn:aws:iam::111111111111:role/caller',
    );
    expect(
      shownAt(graph, 'data.aws_iam_policy_document.orders', 'statement[0].principals'),
    ).toEqual([
      { type: 'AWS', identifiers: ['111111111111', 'arn:aws:iam::111111111111:role/caller'] },
    ]);
  });

  it('keeps a symbol inside of text that AWS documents', () => {
    expect(shownAt(graph, 'aws_api_gateway_rest_api.orders', 'execution_arn')).toBe(
      'arn:aws:execute-api:eu-central-1:111111111111:${aws_api_gateway_rest_api.orders.id}',
    );
  });

  it('does not guess what text is made of a reference, and names what it may be made of', () => {
    expect(shownAt(graph, 'aws_lambda_permission.api', 'source_arn')).toBe(
      '${aws_lambda_permission.api.source_arn: arn:aws:execute-api:eu-central-1:111111111111:${aws_api_gateway_rest_api.orders.id}}',
    );
  });

  it('does not guess which of the groups in reach a local is', () => {
    const group = graph.at('aws_security_group.callers')?.value('egress[0].security_groups');

    expect(group).toMatchObject({
      unknown: 'aws_security_group.callers.egress[0].security_groups',
      candidates: expect.arrayContaining([
        expect.objectContaining({ unknown: 'module.network.aws_security_group.endpoints.id' }),
        expect.objectContaining({ unknown: 'aws_security_group.mixed.id' }),
      ]),
    });
  });

  it('does not take what refers for what is referred to', () => {
    expect(shownAt(graph, 'aws_security_group.callers', 'egress[0].security_groups')).not.toContain(
      '${aws_security_group.callers.id}',
    );
  });

  it('says what it took for granted', () => {
    const listener = graph.at('aws_lb_listener.l[1]');
    const balancer = graph.at('aws_lb.internal');

    expect(listener?.assumptions('default_action[0].target_group_arn')).toEqual([
      'aws_lb_listener.l[1].default_action[0].target_group_arn takes the instance of its own key',
    ]);
    expect(balancer?.assumptions('security_groups')).toEqual([
      'aws_lb.internal.security_groups is nothing but ${aws_security_group.callers.id}',
    ]);
    expect(listener?.assumptions('load_balancer_arn')).toEqual([]);
    expect(graph.assumptions).toContain(balancer?.assumptions('security_groups')[0]);
  });

  it.each([
    ['aws_vpc_security_group_ingress_rule.standalone', '111111111111', 'eu-central-1'],
    ['module.consumer["blue"].module.subnets.aws_subnet.this["a"]', '333333333333', 'eu-west-1'],
    ['module.network.module.subnets.aws_subnet.this["a"]', '111111111111', 'eu-central-1'],
  ])('knows where %s is', (address, accountId, region) => {
    expect(graph.at(address)?.placement).toEqual({ accountId, region, partition: 'aws' });
  });

  it('tells the ids of what is created apart, and what they look like', () => {
    const id = graph.at('aws_security_group.callers')?.value('id');

    expect(id).toMatchObject({ distinctAmong: 'aws_security_group.id' });
    expect((id as { shape: RegExp }).shape.test('sg-0123456789abcdef0')).toBe(true);
  });

  it('finds resources by type, reference and symbol', () => {
    const [balancer] = graph.resources('aws_lb');

    expect(balancer?.referenced('subnets').map(String)).toEqual([
      'module.network.module.subnets.aws_subnet.this["a"]',
      'module.network.module.subnets.aws_subnet.this["b"]',
    ]);
    expect(graph.at('aws_lambda_function.caller')?.referenced('role').map(String)).toEqual([
      'aws_iam_role.caller',
    ]);
    expect(
      graph.bySymbol('module.network.aws_vpc_endpoint.interface["logs"].dns_entry[0].dns_name'),
    ).toBe(graph.at('module.network.aws_vpc_endpoint.interface["logs"]'));
    expect(graph.dataSources('aws_region').map(String)).toEqual([
      'module.consumer["blue"].data.aws_region.here',
      'module.consumer["red"].data.aws_region.here',
      'module.network.data.aws_region.here',
    ]);
  });
});
