import type { Packet } from '../packet';
import { PacketSetError } from '../packet-set-error';
import { ICMP, PORTS, protocolNumber } from '../protocol';
import { type Family, formatAddress, parseAddress } from './addresses';
import { type Branch, type Diagram, isBranch, type Point } from './diagram';

/** Where a packet is in the dimensions, in their order. */
export type Place = readonly Point[];

/** @throws {@link PacketSetError} when there can be no such packet */
export function placeOf(packet: Packet): { readonly family: Family; readonly place: Place } {
  const protocol = protocolNumber(packet.protocol);
  const [source, destination] = [packet.source, packet.destination].map(parseOne);
  if (source === undefined || destination?.family !== source.family) {
    throw new PacketSetError(
      `a packet from ${packet.source} to ${packet.destination} is of two versions of IP: use one`,
    );
  }
  const [first, second] = endsOf(packet, protocol);
  return { family: source.family, place: [protocol, source.from, destination.from, first, second] };
}

function parseOne(text: string) {
  const address = parseAddress(text);
  if (address.from !== address.to) {
    throw new PacketSetError(`'${text}' is a range: a packet has one address`);
  }
  return address;
}

function endsOf(packet: Packet, protocol: number): readonly [number, number] {
  const { sourcePort, destinationPort, icmpType, icmpCode } = packet;
  if (PORTS.includes(protocol)) {
    return [
      within(sourcePort, 'source port', 65_535),
      within(destinationPort, 'destination port', 65_535),
    ];
  }
  return ICMP.includes(protocol)
    ? [within(icmpType, 'ICMP type', 255), within(icmpCode, 'ICMP code', 255)]
    : [0, 0];
}

function within(value: number | undefined, what: string, last: number): number {
  if (value === undefined || !Number.isInteger(value) || value < 0 || value > last) {
    throw new PacketSetError(`the ${what} of the packet is '${value}': use 0 to ${last}`);
  }
  return value;
}

export function packetAt(family: Family, place: Place): Packet {
  const [protocol = 0, source = 0, destination = 0, first, second] = place;
  const packet = {
    source: formatAddress(family, source),
    destination: formatAddress(family, destination),
    protocol: Number(protocol),
  };
  if (PORTS.includes(packet.protocol)) {
    return { ...packet, sourcePort: Number(first), destinationPort: Number(second) };
  }
  return ICMP.includes(packet.protocol)
    ? { ...packet, icmpType: Number(first), icmpCode: Number(second) }
    : packet;
}

export function holdsAt(diagram: Diagram, place: Place): boolean {
  let below = diagram;
  while (isBranch(below)) {
    const { level, cuts, children } = below;
    below = children[countUpTo(cuts, place[level] ?? 0)] ?? false;
  }
  return below;
}

/** How many of the cuts are not beyond the point. */
function countUpTo(cuts: readonly Point[], point: Point): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= point) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The lowest place where the diagram holds. */
export function lowestPlace(diagram: Diagram): Place | undefined {
  if (diagram === false) {
    return undefined;
  }
  const place: Point[] = [0, 0, 0, 0, 0];
  let below: Diagram = diagram;
  while (isBranch(below)) {
    const { level, cuts, children }: Branch = below;
    const index = children.findIndex((child) => child !== false);
    place[level] = cuts[index - 1] ?? 0;
    below = children[index] ?? false;
  }
  return place;
}
