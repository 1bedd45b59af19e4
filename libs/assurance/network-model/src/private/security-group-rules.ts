import type { Address, AddressList } from '@culvert/packet-filter';
import type { Value } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { GroupPeer, SecurityGroupRule } from '../security-group';
import { addressFrom } from './address';
import { prefixListOf } from './prefix-lists';
import { type Fields, listOf } from './read';
import { refFrom } from './reference';
import type { Source } from './source';
import { trafficFrom } from './traffic';

type Peer = Address | AddressList | GroupPeer;

/** A rule of its fields, as whichever resource or block calls them. */
export function groupRuleFrom(
  source: Source,
  name: string,
  group: string,
  fields: Fields,
): SecurityGroupRule {
  const { protocol, from, to } = trafficFrom(name, {
    protocol: fields['protocol'] ?? fields['ip_protocol'],
    from: fields['from_port'],
    to: fields['to_port'],
  });
  return {
    name,
    protocol,
    ...(from === undefined || to === undefined ? {} : { fromPort: from, toPort: to }),
    peers: peersFrom(source, name, group, fields),
  };
}

function peersFrom(source: Source, name: string, group: string, fields: Fields): readonly Peer[] {
  const addresses = (attribute: string, version: 'IPv4' | 'IPv6') =>
    listOf(fields[attribute]).flatMap(
      (value) => addressFrom(value, `${name}.${attribute}`, version) ?? [],
    );
  const lists = [...listOf(fields['prefix_list_ids']), ...listOf(fields['prefix_list_id'])];
  const groups = ['security_groups', 'source_security_group_id', 'referenced_security_group_id'];
  return [
    ...addresses('cidr_blocks', 'IPv4'),
    ...addresses('cidr_ipv4', 'IPv4'),
    ...addresses('ipv6_cidr_blocks', 'IPv6'),
    ...addresses('cidr_ipv6', 'IPv6'),
    ...lists.flatMap((value) => {
      const list = refFrom(value);
      return list === undefined ? [] : [prefixListOf(source, list)];
    }),
    ...(fields['self'] === true ? [{ group }] : []),
    ...groups.flatMap((attribute) =>
      listOf(fields[attribute]).flatMap((value) => groupPeer(value) ?? []),
    ),
  ];
}

/** A group of another account may come after the account. */
function groupPeer(value: Value): GroupPeer | undefined {
  const group = refFrom(value);
  if (group === undefined) return undefined;
  return { group: typeof group === 'string' ? group.replace(/^\d{12}\//u, '') : group };
}

/** The rule where it cannot be told whether the group has it. */
export function doubtfulRule(rule: SecurityGroupRule, missing: string): SecurityGroupRule {
  const unknown: Ref = { unknown: missing };
  return {
    ...rule,
    peers: rule.peers.map((peer): Peer => {
      if (typeof peer === 'string') return { ...unknown, within: [peer] };
      return 'group' in peer ? { group: unknown } : unknown;
    }),
  };
}

/** Whatever rules that cannot be told. */
export function unknownRule(unknown: string): SecurityGroupRule {
  return { name: unknown, protocol: { unknown }, peers: [{ unknown }, { group: { unknown } }] };
}
