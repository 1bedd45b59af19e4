import type { Network, SecurityGroupRule, Subnet } from '@culvert/network-model';
import type { NetworkAclEntry, Route } from '@culvert/packet-filter';
import type { Party } from '../src/index';

/** A TCP packet of IPv4. */
export interface NaivePacket {
  readonly source: string;
  readonly destination: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
}

export function groupsPass(
  network: Network,
  of: Party,
  peer: Party,
  direction: 'ingress' | 'egress',
  packet: NaivePacket,
  named: boolean,
): boolean {
  if (of.kind !== 'interface' || !of.interface.filtered) return true;
  const address = direction === 'ingress' ? packet.source : packet.destination;
  const groups = peer.kind === 'interface' && named ? peer.interface.groups : [];
  const fits = (each: SecurityGroupRule['peers'][number]) =>
    typeof each === 'string'
      ? inRange(address, each)
      : 'group' in each && groups.includes(each.group);
  return of.interface.groups.some((group) =>
    network.securityGroups
      .get(String(group))
      ?.[direction].some((rule) => ofPort(rule, packet) && rule.peers.some(fits)),
  );
}

export function aclPasses(
  network: Network,
  subnet: Subnet,
  direction: 'ingress' | 'egress',
  packet: NaivePacket,
): boolean {
  const address = direction === 'ingress' ? packet.source : packet.destination;
  const entries = network.networkAcls.get(String(subnet.networkAcl))?.acl[direction] ?? [];
  const [first] = entries
    .filter((each) => ofPort(each, packet) && inRange(address, String(each.range)))
    .sort((one, other) => one.ruleNumber - other.ruleNumber);
  return first?.action === 'allow';
}

function ofPort(
  { protocol, fromPort, toPort }: SecurityGroupRule | NetworkAclEntry,
  { destinationPort }: NaivePacket,
): boolean {
  if (protocol === '-1') return true;
  return (
    protocol === 'tcp' && Number(fromPort) <= destinationPort && destinationPort <= Number(toPort)
  );
}

export function longest(routes: readonly Route[], address: string): Route | undefined {
  const [first] = routes
    .filter(({ destination }) => inRange(address, String(destination)))
    .sort((one, other) => lengthOf(other.destination) - lengthOf(one.destination));
  return first;
}

function lengthOf(range: unknown): number {
  return Number(String(range).split('/')[1] ?? 32);
}

export function inRange(address: string, range: string): boolean {
  const [base = ''] = range.split('/');
  const size = 2 ** (32 - lengthOf(range));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(base) / size);
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}
