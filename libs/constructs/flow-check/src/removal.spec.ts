import { FLOWS, HUB } from '../test/hub';
import { terraform, without } from '../test/network';
import { checkFlows } from './index';

const TGW = 'aws_ec2_transit_gateway';
const ALL = ['across', 'in', 'out', 'peered'];

function brokenWithout(address: string): readonly string[] {
  const problems = checkFlows(terraform(without(HUB, address)), FLOWS);
  return [...new Set(problems.map(({ flow }) => String(flow)))].sort();
}

/** What each resource carries; a flow that needs it must break without it, and no other. */
const CARRIES: Readonly<Record<string, readonly string[]>> = {
  [`${TGW}.hub`]: ALL,
  [`${TGW}.peer`]: ['peered'],
  [`${TGW}_route_table.spoke`]: ALL,
  [`${TGW}_route_table.onprem`]: ['in', 'out'],
  [`${TGW}_route_table.peering`]: ['peered'],
  [`${TGW}_route_table.peer`]: ['peered'],
  'aws_vpc.api': ALL,
  'aws_vpc.consumer': ['across'],
  'aws_vpc.far': ['peered'],
  'aws_route_table.api': ALL,
  'aws_route_table.consumer': ['across'],
  'aws_route_table.far': ['peered'],
  'aws_security_group.api': ALL,
  'aws_security_group.consumer': ['across'],
  'aws_security_group.far': ['peered'],
  'aws_subnet.api_a': ALL,
  'aws_subnet.api_b': ALL,
  'aws_subnet.consumer_a': ['across'],
  'aws_subnet.consumer_b': ['across'],
  'aws_subnet.far_a': ['peered'],
  'aws_subnet.far_b': ['peered'],
  'aws_route_table_association.api_a': ALL,
  'aws_route_table_association.api_b': ALL,
  'aws_route_table_association.consumer_a': ['across'],
  'aws_route_table_association.consumer_b': ['across'],
  'aws_route_table_association.far_a': ['peered'],
  'aws_route_table_association.far_b': ['peered'],
  [`${TGW}_vpc_attachment.api`]: ALL,
  [`${TGW}_vpc_attachment.consumer`]: ['across'],
  [`${TGW}_vpc_attachment.far`]: ['peered'],
  [`${TGW}_vpc_attachment_accepter.api`]: ALL,
  [`${TGW}_vpc_attachment_accepter.consumer`]: ['across'],
  [`${TGW}_vpc_attachment_accepter.far`]: ['peered'],
  [`${TGW}_route_table_association.api_spoke`]: ALL,
  [`${TGW}_route_table_association.consumer_spoke`]: ['across'],
  [`${TGW}_route_table_association.far_peer`]: ['peered'],
  [`${TGW}_route_table_association.vpn_onprem`]: ['in', 'out'],
  [`${TGW}_route_table_association.hub_peering_peering`]: ['peered'],
  [`${TGW}_route_table_association.peer_peering_peer`]: ['peered'],
  'aws_vpn_connection.site': ['in', 'out'],
  [`${TGW}_peering_attachment.far`]: ['peered'],
  [`${TGW}_peering_attachment_accepter.far`]: ['peered'],
  [`${TGW}_route_table_propagation.vpn_spoke`]: ['in', 'out'],
  [`${TGW}_route_table_propagation.api_onprem`]: ['in', 'out'],
  [`${TGW}_route_table_propagation.api_spoke`]: ['across'],
  [`${TGW}_route_table_propagation.consumer_spoke`]: ['across'],
  [`${TGW}_route_table_propagation.far_peer`]: ['peered'],
  [`${TGW}_route.spoke_far`]: ['peered'],
  [`${TGW}_route.peer_api`]: ['peered'],
  [`${TGW}_route.peering_api`]: ['peered'],
  [`${TGW}_route.onprem_none`]: [],
  'aws_route.api_onprem': ['in', 'out'],
  'aws_route.api_consumer': ['across'],
  'aws_route.api_far': ['peered'],
  'aws_route.consumer_api': ['across'],
  'aws_route.far_api': ['peered'],
  'aws_vpc_security_group_egress_rule.api_onprem': ['out'],
  'aws_vpc_security_group_ingress_rule.api_onprem': ['in'],
  'aws_vpc_security_group_egress_rule.consumer_api': ['across'],
  'aws_vpc_security_group_ingress_rule.api_consumer': ['across'],
  'aws_vpc_security_group_egress_rule.api_far': ['peered'],
  'aws_vpc_security_group_ingress_rule.far_api': ['peered'],
};

describe('checkFlows, without one resource', () => {
  it('has nothing to say of the whole network', () => {
    expect(checkFlows(terraform(HUB), FLOWS)).toEqual([]);
  });

  it('is told of every resource what it carries', () => {
    expect(Object.keys(CARRIES).sort()).toEqual([...HUB.keys()].sort());
  });

  it.each(Object.entries(CARRIES))('misses %s in %j', (address, flows) => {
    expect(brokenWithout(address)).toEqual(flows);
  });
});
