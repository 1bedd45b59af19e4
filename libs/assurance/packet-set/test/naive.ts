import { Address4, Address6 } from 'ip-address';
import type { AddressSet, Packet, PacketBox, Range } from '../src/index';

const NAMES: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };

/** Whether a packet is in a box, property by property, with no set but lists. */
export function inBox(packet: Packet, box: PacketBox): boolean {
  return (
    among(packet.source, box.sources) &&
    among(packet.destination, box.destinations) &&
    isOne(packet.protocol, box.protocols) &&
    isOne(packet.sourcePort, box.sourcePorts) &&
    isOne(packet.destinationPort, box.destinationPorts) &&
    isOne(packet.icmpType, box.icmpTypes) &&
    isOne(packet.icmpCode, box.icmpCodes)
  );
}

function among(address: string, set: AddressSet | undefined): boolean {
  return set === undefined || set.ranges().some((range) => inRange(address, range));
}

function inRange(address: string, range: string): boolean {
  if (Address4.isValid(address) !== Address4.isValid(range)) {
    return false;
  }
  return Address4.isValid(address)
    ? new Address4(address).isInSubnet(new Address4(range))
    : new Address6(address).isInSubnet(new Address6(range));
}

function isOne(
  value: string | number | undefined,
  values: readonly (string | number | Range)[] | undefined,
): boolean {
  return (
    values === undefined ||
    values.some((each) =>
      typeof each === 'object'
        ? Number(value) >= each.from && Number(value) <= each.to
        : (NAMES[each] ?? each) === value,
    )
  );
}
