import { Address4, Address6 } from 'ip-address';
import type { Packet } from '@culvert/packet-set';
import type {
  AddressList,
  Direction,
  NetworkAcl,
  NetworkAclEntry,
  Route,
  SecurityGroup,
  SecurityGroupRule,
} from '../src/index';

/** Rules of known values, applied to one packet at a time and with no sets. */
export function groupsPass(groups: readonly SecurityGroup[], direction: Direction, packet: Packet) {
  return groups.some((group) =>
    group[direction].some(
      (rule) =>
        ofTraffic(rule, packet, rule.fromPort, rule.toPort) &&
        rule.peers.some((peer) => inPeer(peerOf(packet, direction), peer)),
    ),
  );
}

export function aclPasses(acl: NetworkAcl, direction: Direction, packet: Packet): boolean {
  let decision = false;
  let lowest = Infinity;
  for (const entry of acl[direction]) {
    if (entry.ruleNumber < lowest && entryMatches(entry, direction, packet)) {
      lowest = entry.ruleNumber;
      decision = entry.action === 'allow';
    }
  }
  return decision;
}

function entryMatches(entry: NetworkAclEntry, direction: Direction, packet: Packet): boolean {
  return (
    ofTraffic(entry, packet, entry.icmpType, entry.icmpCode) &&
    inPeer(peerOf(packet, direction), entry.range)
  );
}

/** The most specific static route of known destinations. */
export function naiveRoute(routes: readonly Route[], address: string): Route | undefined {
  const fitting = routes.filter(({ destination }) => inPeer(address, destination));
  const length = ({ destination }: Route) => Number(String(destination).split('/')[1] ?? 128);
  return fitting.sort((one, other) => length(other) - length(one))[0];
}

function peerOf(packet: Packet, direction: Direction): string {
  return direction === 'ingress' ? packet.source : packet.destination;
}

function inPeer(address: string, peer: SecurityGroupRule['peers'][number]): boolean {
  if (typeof peer !== 'string') {
    return ((peer as AddressList).addresses as readonly string[]).some((each) =>
      inPeer(address, each),
    );
  }
  if (Address4.isValid(address) !== Address4.isValid(peer)) {
    return false;
  }
  return Address4.isValid(address)
    ? new Address4(address).isInSubnet(new Address4(peer))
    : new Address6(address).isInSubnet(new Address6(peer));
}

function ofTraffic(
  { protocol, ...rule }: SecurityGroupRule | NetworkAclEntry,
  packet: Packet,
  icmpType: unknown,
  icmpCode: unknown,
): boolean {
  if (String(protocol) === '-1') {
    return true;
  }
  if (protocol !== packet.protocol) {
    return false;
  }
  if (protocol === 'tcp') {
    const port = Number(packet.destinationPort);
    return port >= Number(rule.fromPort) && port <= Number(rule.toPort);
  }
  return (
    [-1, packet.icmpType].includes(Number(icmpType)) &&
    [-1, packet.icmpCode].includes(Number(icmpCode))
  );
}
