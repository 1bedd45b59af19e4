import { type Packet, PacketSet } from '@culvert/packet-set';
import type { Unknown } from '@culvert/symbolic';
import type { Address, AddressList } from './address';
import type { Decision } from './decision';
import { Passage } from './passage';
import { addressBounds, type PacketBounds, packetBounds } from './private/bounds';
import { inRule } from './private/in-rule';
import { oncePer } from './private/once-per';
import { trafficBounds } from './private/traffic-bounds';
import type { Direction, Traffic } from './traffic';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export interface SecurityGroupRule extends Traffic {
  /** First port of TCP and UDP; type of ICMP, -1 for all. Other protocols have none. */
  readonly fromPort?: number | Unknown;
  /** Last port of TCP and UDP; code of ICMP, -1 for all. Other protocols have none. */
  readonly toPort?: number | Unknown;
  /** Whom it allows: sources of ingress, destinations of egress. */
  readonly peers: readonly (Address | AddressList)[];
}

export interface SecurityGroup {
  readonly ingress: readonly SecurityGroupRule[];
  readonly egress: readonly SecurityGroupRule[];
}

/**
 * The packets that open a connection and that an interface with these groups accepts or sends. Groups are
 * stateful: the replies pass, whatever the rules say.
 *
 * @throws {@link PacketFilterError} when a rule is none
 */
export function securityGroupsPass(
  groups: readonly SecurityGroup[],
  direction: Direction,
): Passage {
  const matches = rulesOf(groups, direction).map((rule) => matching(rule, direction));
  return new Passage(
    PacketSet.NONE.union(...matches.map(({ surely }) => surely)),
    PacketSet.NONE.union(...matches.map(({ perhaps }) => perhaps)),
    matches.map(({ surely, perhaps, missing }) => ({
      packets: perhaps.difference(surely),
      missing,
    })),
  );
}

/**
 * Whether the packet opens a connection, and every rule that allows it, or may.
 *
 * @throws {@link PacketFilterError} when a rule is none
 */
export function decideBySecurityGroups(
  groups: readonly SecurityGroup[],
  direction: Direction,
  packet: Packet,
): Decision {
  const passes = securityGroupsPass(groups, direction).passes(packet);
  const rules = rulesOf(groups, direction).filter((rule) => {
    const { surely, perhaps } = matching(rule, direction);
    return (passes.value === true ? surely : perhaps).contains(packet);
  });
  return { passes, rules: rules.map(({ name }) => name) };
}

function rulesOf(groups: readonly SecurityGroup[], direction: Direction) {
  return groups.flatMap((group) => group[direction]);
}

const matching = oncePer((rule: SecurityGroupRule, direction): PacketBounds => {
  const { fromPort, toPort } = rule;
  const details = { fromPort, toPort, icmpType: fromPort, icmpCode: toPort, icmpv6Optional: true };
  return packetBounds(
    direction,
    inRule(rule.name, () => addressBounds(rule.peers)),
    trafficBounds(rule, details),
  );
});
