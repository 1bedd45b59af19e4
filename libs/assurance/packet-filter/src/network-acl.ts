import { type Packet, PacketSet } from '@culvert/packet-set';
import type { Unknown } from '@culvert/symbolic';
import type { Address } from './address';
import type { Decision } from './decision';
import { PacketFilterError } from './packet-filter-error';
import { Passage } from './passage';
import { addressBounds, type PacketBounds, packetBounds } from './private/bounds';
import { inRule } from './private/in-rule';
import { oncePer } from './private/once-per';
import { trafficBounds } from './private/traffic-bounds';
import type { Direction, Traffic } from './traffic';

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html */
export interface NetworkAclEntry extends Traffic {
  /** From 1 to 32766; the lowest that matches decides. */
  readonly ruleNumber: number;
  readonly action: 'allow' | 'deny';
  /** Sources of ingress, destinations of egress. */
  readonly range: Address;
  /** Of TCP and UDP: the destination's. */
  readonly fromPort?: number | Unknown;
  readonly toPort?: number | Unknown;
  /** Of ICMP, -1 for all. */
  readonly icmpType?: number | Unknown;
  readonly icmpCode?: number | Unknown;
}

export interface NetworkAcl {
  readonly ingress: readonly NetworkAclEntry[];
  readonly egress: readonly NetworkAclEntry[];
}

/** The entry that denies what no other matches. */
const DEFAULT_ENTRY = '*';

/**
 * The packets that may enter the subnet, or leave it. Lists are stateless: a reply is a packet of its own.
 *
 * @throws {@link PacketFilterError} when an entry is none, or two have one number
 */
export function networkAclPasses(acl: NetworkAcl, direction: Direction): Passage {
  return passing(acl, direction);
}

const passing = oncePer((acl: NetworkAcl, direction): Passage => {
  const matches = inOrder(acl[direction]).map((entry) => ({
    ...matching(entry, direction),
    allows: entry.action === 'allow',
  }));
  const [surely, perhaps] = matches.reduceRight(
    ([sure, possible], match) =>
      match.allows
        ? [sure.union(match.surely), possible.union(match.perhaps)]
        : [sure.difference(match.perhaps), possible.difference(match.surely)],
    [PacketSet.NONE, PacketSet.NONE],
  );
  return new Passage(
    surely,
    perhaps,
    matches.map((match) => ({
      packets: match.perhaps.difference(match.surely),
      missing: match.missing,
    })),
  );
});

/**
 * Whether the packet passes, and the entry that decides: the first that matches, after those that may,
 * and `*` when none does.
 *
 * @throws {@link PacketFilterError} when an entry is none, or two have one number
 */
export function decideByNetworkAcl(
  acl: NetworkAcl,
  direction: Direction,
  packet: Packet,
): Decision {
  const rules: string[] = [];
  const passes = networkAclPasses(acl, direction).passes(packet);
  for (const entry of inOrder(acl[direction])) {
    const { surely, perhaps } = matching(entry, direction);
    if (perhaps.contains(packet)) {
      rules.push(entry.name);
    }
    if (surely.contains(packet)) {
      return { passes, rules };
    }
  }
  return { passes, rules: [...rules, DEFAULT_ENTRY] };
}

function inOrder(entries: readonly NetworkAclEntry[]): readonly NetworkAclEntry[] {
  const byNumber = new Map<number, NetworkAclEntry>();
  for (const entry of entries) {
    const { name, ruleNumber } = entry;
    if (!Number.isInteger(ruleNumber) || ruleNumber < 1 || ruleNumber > 32_766) {
      throw new PacketFilterError(`${name}: rule number '${ruleNumber}' is none: use 1 to 32766`);
    }
    const other = byNumber.get(ruleNumber);
    if (other !== undefined) {
      throw new PacketFilterError(
        `${name}: ${other.name} has rule number ${ruleNumber}, too: give each its own`,
      );
    }
    byNumber.set(ruleNumber, entry);
  }
  return [...byNumber.values()].sort((one, other) => one.ruleNumber - other.ruleNumber);
}

const matching = oncePer((entry: NetworkAclEntry, direction): PacketBounds => {
  const { range, fromPort, toPort, icmpType, icmpCode } = entry;
  const icmpv6Optional = typeof range === 'string' && !range.includes(':');
  const details = { fromPort, toPort, icmpType, icmpCode, icmpv6Optional };
  return packetBounds(
    direction,
    inRule(entry.name, () => addressBounds([range])),
    trafficBounds(entry, details),
  );
});
