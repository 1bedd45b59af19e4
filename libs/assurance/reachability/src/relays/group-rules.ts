import type { Network, NetworkInterface } from '@culvert/network-model';
import type { Direction, SecurityGroupRule } from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import { keyOf } from './model';

/** The other end: whoever has these groups has these addresses. */
export interface Peer {
  readonly groups: readonly string[];
  readonly addresses: AddressSet;
}

const NOBODY: Peer = { groups: [], addresses: AddressSet.NONE };

/** The rules of the interface's groups, with the peer's addresses in the place of groups that it has. */
export function rulesToward(
  { securityGroups }: Network,
  { groups }: NetworkInterface,
  direction: Direction,
  peer: Peer = NOBODY,
): readonly SecurityGroupRule[] {
  const addressesOf = (group: string): SecurityGroupRule['peers'] => {
    if (peer.groups.includes(group)) {
      return peer.addresses.ranges();
    }
    return securityGroups.has(group) ? [] : [{ name: group, addresses: { unknown: group } }];
  };
  return groups.flatMap((ref): readonly SecurityGroupRule[] => {
    const group = securityGroups.get(keyOf(ref));
    return group === undefined || group.missing.length > 0
      ? [anything(keyOf(ref))]
      : group[direction].map((rule) => ({
          ...rule,
          peers: rule.peers.flatMap((each): SecurityGroupRule['peers'] =>
            typeof each === 'object' && 'group' in each ? addressesOf(keyOf(each.group)) : [each],
          ),
        }));
  });
}

/** What a group may allow that only its id is known of. */
function anything(group: string): SecurityGroupRule {
  const addresses = { unknown: `rules of ${group}` };
  return { name: group, protocol: '-1', peers: [{ name: group, addresses }] };
}
