import type {
  Network,
  NetworkInterface,
  Subnet,
  TransitGatewayAttachment,
} from '@culvert/network-model';
import type { Party } from '../src/index';
import { aclPasses, groupsPass, inRange, longest, type NaivePacket } from './naive-filters';

/** Where a packet ends, one for each way that AWS may choose; undefined where it is dropped. */
type Arrival =
  | { readonly at: 'subnet'; readonly subnet: Subnet; readonly named: boolean }
  | { readonly at: 'internet'; readonly vpc: string }
  | { readonly at: 'on-prem'; readonly by: string }
  | { readonly at: 'nat'; readonly gateway: string };
type Arrivals = readonly (Arrival | undefined)[];

/** Ports that stand for all a NAT gateway may choose. */
const NAT_PORTS = [1024, 32_768, 61_001];
const DROPPED: Arrivals = [undefined];

/**
 * What may become of a packet and its reply, one packet and one component at a time, with no sets: of
 * networks in which all is known.
 */
export function naiveOutcomes(
  network: Network,
  from: Party,
  to: Party,
  packet: NaivePacket,
  answered = true,
): readonly boolean[] {
  const there = beginning(network, from, to, packet);
  return there.flatMap((arrival) => {
    if (arrival === undefined) return [false];
    const named = arrival.at === 'subnet' && arrival.named;
    if (!groupsPass(network, from, to, 'egress', packet, named)) return [false];
    if (
      arrival.at === 'nat' &&
      from.kind === 'interface' &&
      from.interface.id === arrival.gateway
    ) {
      return [false];
    }
    if (arrival.at === 'nat')
      return beyondNat(network, arrival.gateway, from, to, packet, answered);
    if (!arrived(arrival, to)) return [false];
    if (!groupsPass(network, to, from, 'ingress', packet, named)) return [false];
    if (!answered) return [true];
    const back = beginning(network, to, from, replyOf(packet), arrival);
    return back.map((end) => end !== undefined && end.at !== 'nat' && arrived(end, from));
  });
}

function beyondNat(
  network: Network,
  gateway: string,
  from: Party,
  to: Party,
  packet: NaivePacket,
  answered: boolean,
): readonly boolean[] {
  const nat = network.interfaces.get(gateway);
  if (nat === undefined) throw new Error(`no interface ${gateway}`);
  const source = nat.addresses.witness() ?? '';
  const party: Party = { kind: 'interface', interface: nat };
  const onward = NAT_PORTS.flatMap((sourcePort) =>
    naiveOutcomes(network, party, to, { ...packet, source, sourcePort }, answered),
  );
  if (!answered) return onward;
  const back = beginning(network, party, from, replyOf(packet));
  const returns = back.map((end) => end !== undefined && end.at !== 'nat' && arrived(end, from));
  return onward.flatMap((one) => returns.map((other) => one && other));
}

function beginning(
  network: Network,
  from: Party,
  to: Party,
  packet: NaivePacket,
  came?: Arrival,
): Arrivals {
  if (from.kind === 'interface') {
    const isPublic = from.interface.isPublic.value === true;
    return fromSubnet(network, subnetOf(network, from.interface), packet, isPublic, to, []);
  }
  if (from.zone === 'internet') {
    if (to.kind !== 'interface' || to.interface.isPublic.value !== true) return DROPPED;
    const { vpc } = subnetOf(network, to.interface);
    const has = [...network.internetGateways.values()].some((each) => each.vpc === vpc);
    return has ? local(network, undefined, vpc, packet) : DROPPED;
  }
  const attachments = [...network.transitGatewayAttachments.values()].filter(
    ({ id, kind }) => kind === 'vpn' && (came?.at !== 'on-prem' || came.by === id),
  );
  if (attachments.length > 1) throw new Error('which one, is not known');
  return attachments.flatMap((each) => fromAttachment(network, each, undefined, packet, to, []));
}

function fromSubnet(
  network: Network,
  subnet: Subnet,
  packet: NaivePacket,
  isPublic: boolean,
  to: Party,
  seen: readonly string[],
): Arrivals {
  if (inRange(packet.destination, rangeOf(subnet))) {
    return [{ at: 'subnet', subnet, named: true }];
  }
  if (!aclPasses(network, subnet, 'egress', packet) || seen.includes(subnet.id)) return DROPPED;
  const table = network.routeTables.get(subnet.routeTable as string);
  const target = longest(table?.routes ?? [], packet.destination)?.target;
  if (target === undefined) return DROPPED;
  if (target === 'local') return local(network, subnet, subnet.vpc, packet);
  const peering = network.peerings.get(target);
  if (peering) {
    const ends = [peering.requester, peering.accepter];
    const other = ends.find((each) => each !== subnet.vpc);
    return ends.includes(subnet.vpc) && peering.active.value === true
      ? local(network, subnet, String(other), packet)
      : DROPPED;
  }
  if (network.natGateways.has(target)) {
    const there = network.subnets.get(network.natGateways.get(target)?.subnet as string);
    const enters =
      there?.id === subnet.id || (there && aclPasses(network, there, 'ingress', packet));
    return enters ? [{ at: 'nat', gateway: target }] : DROPPED;
  }
  const internetGateway = network.internetGateways.get(target);
  if (internetGateway) {
    const sender = [...network.interfaces.values()].some(
      (each) =>
        each.addresses.contains(packet.source) &&
        subnetOf(network, each).vpc === internetGateway.vpc,
    );
    return internetGateway.vpc === subnet.vpc && isPublic && sender
      ? [{ at: 'internet', vpc: subnet.vpc }]
      : DROPPED;
  }
  return toGateway(network, target, subnet, packet, to, [...seen, subnet.id]);
}

function toGateway(
  network: Network,
  gateway: string,
  subnet: Subnet,
  packet: NaivePacket,
  to: Party,
  seen: readonly string[],
): Arrivals {
  const attachment = [...network.transitGatewayAttachments.values()].find(
    (each) => each.transitGateway === gateway && each.vpc === subnet.vpc,
  );
  if (attachment === undefined) return DROPPED;
  const door = subnetsOf(network, attachment).find(({ zone }) => zone === subnet.zone);
  return door !== undefined && aclPasses(network, door, 'ingress', packet)
    ? fromAttachment(network, attachment, subnet.zone, packet, to, seen)
    : DROPPED;
}

function fromAttachment(
  network: Network,
  attachment: TransitGatewayAttachment,
  zone: string | undefined,
  packet: NaivePacket,
  to: Party,
  seen: readonly string[],
): Arrivals {
  const table = network.transitGatewayRouteTables.get(String(attachment.association));
  if (attachment.accepted.value !== true || table === undefined || seen.includes(table.id)) {
    return DROPPED;
  }
  const target = longest(table.routes, packet.destination)?.target;
  const next = network.transitGatewayAttachments.get(target ?? '');
  if (next?.accepted.value !== true) return DROPPED;
  if (next.kind === 'vpn') return [{ at: 'on-prem', by: next.id }];
  const doors = subnetsOf(network, next);
  const same = doors.filter((each) => each.zone === zone);
  return (same.length > 0 ? same : doors).flatMap((door) =>
    fromSubnet(network, door, packet, false, to, [...seen, table.id]).map((end) =>
      end?.at === 'subnet' ? { ...end, named: false } : end,
    ),
  );
}

/** To the subnet of the VPC that has the address. */
function local(
  network: Network,
  from: Subnet | undefined,
  vpc: string,
  packet: NaivePacket,
): Arrivals {
  const subnet = [...network.subnets.values()].find(
    (each) => each.vpc === vpc && inRange(packet.destination, rangeOf(each)),
  );
  return subnet !== undefined && aclPasses(network, subnet, 'ingress', packet)
    ? [{ at: 'subnet', subnet, named: from !== undefined }]
    : DROPPED;
}

function arrived(arrival: Arrival, at: Party): boolean {
  if (at.kind === 'interface') {
    return arrival.at === 'subnet' && arrival.subnet.id === at.interface.subnet;
  }
  return arrival.at === at.zone;
}

function replyOf({ source, destination, sourcePort, destinationPort }: NaivePacket): NaivePacket {
  return {
    source: destination,
    destination: source,
    sourcePort: destinationPort,
    destinationPort: sourcePort,
  };
}

function subnetOf(network: Network, { subnet }: NetworkInterface): Subnet {
  const found = network.subnets.get(String(subnet));
  if (found === undefined) throw new Error(`no subnet ${String(subnet)}`);
  return found;
}

function rangeOf({ ranges }: Subnet): string {
  return ranges.ranges()[0] ?? '';
}

function subnetsOf(network: Network, { subnets }: TransitGatewayAttachment): readonly Subnet[] {
  return (subnets ?? []).flatMap((id) => network.subnets.get(String(id)) ?? []);
}
