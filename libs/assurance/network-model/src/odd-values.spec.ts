import { networkAclPasses, routed, securityGroupsPass } from '@culvert/packet-filter';
import * as fc from 'fast-check';
import { networkOfPlan } from '../test/documents';
import type { Network } from './index';

/** What may stand in a plan, though AWS would refuse it. */
const number = fc.oneof(fc.constantFrom(-2, -1, 0, 8, 443, 444, 65_535, 65_536, null), fc.double());
const protocol = fc.constantFrom('-1', 'all', 'TCP', '6', 'icmp', '58', 'icmpv6', 'tpc', '', null);
const range = fc.constantFrom(
  '10.0.0.0/8',
  '10.0.0.1',
  '::/0',
  '10.0.0.0/33',
  'anywhere',
  '',
  null,
);
const ports = { from_port: number, to_port: number, protocol, ip_protocol: protocol };

const rule = fc.record({
  ...ports,
  cidr_blocks: fc.array(range),
  ipv6_cidr_blocks: fc.oneof(fc.array(range), range),
  security_groups: fc.array(fc.constantFrom('sg-0a', '111122223333/sg-0b', 'default', '')),
  self: fc.constantFrom(true, false, null),
});
const entry = fc.record({
  ...ports,
  rule_no: number,
  action: fc.constantFrom('allow', 'DENY', 'permit', null),
  cidr_block: range,
  ipv6_cidr_block: range,
  icmp_type: number,
  icmp_code: number,
});
const route = fc.record({
  cidr_block: range,
  ipv6_cidr_block: range,
  gateway_id: fc.constantFrom('igw-0a', 'local', '', null),
});
const lists = fc.record({
  group: fc.record({ ingress: fc.array(rule), egress: fc.array(rule) }),
  acl: fc.record({ ingress: fc.array(entry), egress: fc.array(entry) }),
  routes: fc.array(route),
});

function decideAll(network: Network): void {
  for (const { ingress } of network.securityGroups.values()) {
    const rules = ingress.map((each) => ({
      ...each,
      peers: each.peers.flatMap((peer) =>
        typeof peer !== 'string' && 'group' in peer ? [] : [peer],
      ),
    }));
    securityGroupsPass([{ ingress: rules, egress: [] }], 'ingress');
  }
  for (const { acl } of network.networkAcls.values()) networkAclPasses(acl, 'ingress');
  for (const { routes } of network.routeTables.values()) routed(routes);
}

it('makes rules that can be decided of whatever stands in a plan', () => {
  fc.assert(
    fc.property(lists, ({ group, acl, routes }) => {
      const network = networkOfPlan([
        { address: 'aws_vpc.a', values: { id: 'vpc-0a', cidr_block: '10.0.0.0/16' } },
        { address: 'aws_security_group.a', values: { id: 'sg-0a', vpc_id: 'vpc-0a', ...group } },
        { address: 'aws_network_acl.a', values: { id: 'acl-0a', vpc_id: 'vpc-0a', ...acl } },
        { address: 'aws_route_table.a', values: { id: 'rtb-0a', vpc_id: 'vpc-0a', route: routes } },
      ]);

      expect(() => decideAll(network)).not.toThrow();
    }),
  );
});
