import type { Flow } from '../../flow';
import type { Finding } from '../finding';
import type { Graph } from '../graph';
import type { Ipv4Range } from '../ipv4-range';
import type { Side, VpcSide } from '../side';
import type { RuleDirection } from '../tables/security-group-rules';

/**
 * The source's group lets the flow out, and the target's lets it in. Groups are stateful: answers
 * need no rule.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function checkSecurityGroups(
  graph: Graph,
  flow: Flow,
  from: Side,
  to: Side,
): readonly Finding[] {
  return [
    ...(from.kind === 'vpc' ? unallowed(graph, flow, 'egress', from, to) : []),
    ...(to.kind === 'vpc' ? unallowed(graph, flow, 'ingress', to, from) : []),
  ];
}

function unallowed(
  graph: Graph,
  { port, protocol = 'tcp' }: Flow,
  direction: RuleDirection,
  side: VpcSide,
  peer: Side,
): readonly Finding[] {
  const own = graph.rules.filter(
    (rule) => rule.direction === direction && rule.group === side.securityGroup,
  );
  const allowing = own.filter((rule) => rule.allows(protocol, port));
  const named = peer.kind === 'vpc' ? peer.securityGroup : undefined;
  const referable = peer.kind === 'vpc' && canReference(graph, direction, side, peer);
  const byGroup = allowing.filter(
    (rule) => rule.peer && 'group' in rule.peer && rule.peer.group === named,
  );
  if (referable && byGroup.length > 0) {
    return [];
  }
  const byRange = (range: Ipv4Range) =>
    allowing.some((rule) => rule.peer && 'range' in rule.peer && rule.peer.range.contains(range));
  const uncounted = [
    ...own
      .filter((rule) => rule.peer === undefined)
      .map(({ address }) => `${address} (no IPv4 range or group that can be read)`),
    ...graph.foreignRules
      .filter(({ group }) => group === side.securityGroup)
      .map(({ address }) => address),
    ...byGroup.map(({ address }) => `${address} (names a group of a VPC it does not count for)`),
  ].sort();
  const note = uncounted.length === 0 ? '' : `; not counted: ${uncounted.join(', ')}`;
  const preposition = direction === 'egress' ? 'to' : 'from';
  const orGroup = referable ? ` or referenced_security_group_id of ${named}` : '';
  return peer.ranges
    .filter((range) => !byRange(range))
    .map((range) => ({
      what: `no ${direction} rule lets ${protocol} ${port} ${preposition} ${range.cidr} through${note}`,
      where: side.securityGroup,
      remedy: `add an aws_vpc_security_group_${direction}_rule for ${protocol} ${port} ${preposition} cidr_ipv4 "${range.cidr}"${orGroup}`,
    }));
}

/**
 * Whether a rule may name the peer's group: in the same VPC always, across a Transit Gateway only on
 * the way in, and only where gateway and attachments support it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security
 */
function canReference(
  graph: Graph,
  direction: RuleDirection,
  side: VpcSide,
  peer: VpcSide,
): boolean {
  const supporting = ({ attachments }: VpcSide) =>
    attachments
      .filter(({ groupReferencing }) => groupReferencing)
      .flatMap(({ gateways }) => gateways)
      .filter((id) => graph.gateways.get(id)?.groupReferencing);
  const others = supporting(peer);
  const acrossGateway =
    direction === 'ingress' && supporting(side).some((id) => others.includes(id));
  return side.vpc === peer.vpc || acrossGateway;
}
