import { hclGraph } from '../test/hcl-document';
import { shownAt } from '../test/shown';

const NETWORK = 'remote-state/network-state.json';

describe('ResourceGraph of several stacks', () => {
  const graph = hclGraph(NETWORK, 'remote-state/service-plan.json');

  it('finds in one document what another names by id', () => {
    const group = graph.at('service-plan/aws_security_group.service');

    expect(group?.referenced('vpc_id')).toEqual([graph.at('network-state/aws_vpc.main')]);
    expect(graph.at('service-plan/aws_network_interface.service')?.referenced('subnet_id')).toEqual(
      [graph.at('network-state/aws_subnet.main["a"]')],
    );
  });

  it('finds in one document what another names by ARN', () => {
    expect(graph.at('service-plan/aws_lambda_function.service')?.referenced('role')).toEqual([
      graph.at('network-state/aws_iam_role.service'),
    ]);
  });

  it('finds the resource that a data source has read', () => {
    expect(graph.at('service-plan/data.aws_vpc.named')?.referenced('id')).toEqual([
      graph.at('network-state/aws_vpc.main'),
    ]);
  });

  it('tells symbols of one name in two documents apart', () => {
    expect(shownAt(graph, 'service-plan/aws_network_interface.service', 'security_groups')).toEqual(
      ['${service-plan/aws_security_group.service.id}'],
    );
  });

  it.each([
    ['the plan', 'remote-state/network-plan.json', '${network-plan/aws_vpc.main.id}'],
    ['the state', NETWORK, expect.stringMatching(/^vpc-[0-9a-f]{17}$/)],
  ])('joins an output that is not read yet to %s that has it', (_title, network, vpcId) => {
    const joined = hclGraph(network, 'remote-state/deferred-plan.json');
    const group = joined.at('deferred-plan/aws_security_group.service');

    expect(shownAt(joined, 'deferred-plan/aws_security_group.service', 'vpc_id')).toEqual(vpcId);
    expect(group?.referenced('vpc_id').map(({ type }) => type)).toEqual(['aws_vpc']);
  });

  it('joins an output by the key that is taken of it', () => {
    const joined = hclGraph('remote-state/network-plan.json', 'remote-state/deferred-plan.json');

    expect(shownAt(joined, 'deferred-plan/aws_network_interface.service', 'subnet_id')).toBe(
      '${network-plan/aws_subnet.main["b"].id}',
    );
  });

  it('does not join an output that no document has, or more than one', () => {
    const alone = hclGraph('remote-state/deferred-plan.json');
    const twice = hclGraph(
      NETWORK,
      'remote-state/network-plan.json',
      'modules/plan.json',
      'remote-state/deferred-plan.json',
    );

    expect(shownAt(alone, 'aws_security_group.service', 'vpc_id')).toBe(
      '${aws_security_group.service.vpc_id: ${data.terraform_remote_state.network.outputs.vpc_id}}',
    );
    expect(shownAt(twice, 'deferred-plan/aws_security_group.service', 'vpc_id')).toBe(
      '${deferred-plan/aws_security_group.service.vpc_id: ${deferred-plan/data.terraform_remote_state.network.outputs.vpc_id}}',
    );
  });
});
