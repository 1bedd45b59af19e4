import type { AddressSet, Packet } from '@culvert/packet-set';
import type { Party } from '../party';

const NAMES: Readonly<Record<string, string>> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'icmpv6' };
const FEW = 3;

/** Such as `tcp 443`. */
export function trafficOf({ protocol, destinationPort, icmpType }: Packet): string {
  const name = NAMES[protocol] ?? `protocol ${protocol}`;
  if (destinationPort !== undefined) return `${name} ${destinationPort}`;
  return icmpType === undefined ? name : `${name} type ${icmpType}`;
}

/** Its addresses, such as `10.0.1.0/24`, or where they are. */
export function addressesOf(party: Party): string {
  return party.kind === 'interface'
    ? addressText(party.interface.addresses, 'any address')
    : addressText(party.addresses, party.zone === 'internet' ? 'the internet' : 'on-prem');
}

function addressText(addresses: AddressSet, otherwise: string): string {
  const ranges = addresses.ranges();
  return ranges.length > 0 && ranges.length <= FEW ? ranges.join(', ') : otherwise;
}
