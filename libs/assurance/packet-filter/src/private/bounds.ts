import { AddressSet, type PacketBox, PacketSet } from '@culvert/packet-set';
import { isUnknown } from '@culvert/symbolic';
import type { Address, AddressList } from '../address';
import type { Direction } from '../traffic';

/** What a value surely comprises, and what it may: all of it is known if there is nothing missing. */
export interface Bounds<T> {
  readonly surely: T;
  readonly perhaps: T;
  readonly missing: readonly string[];
}

export type PacketBounds = Bounds<PacketSet>;
export type AddressBounds = Bounds<AddressSet>;

export function addressBounds(peers: readonly (Address | AddressList)[]): AddressBounds {
  const addresses = peers.flatMap(entriesOf);
  const known = addresses.filter((address) => typeof address === 'string');
  const unknown = addresses.filter((address) => typeof address !== 'string');
  const surely = AddressSet.of(...known);
  return {
    surely,
    perhaps: surely.union(
      ...unknown.map(({ within }) => (within ? AddressSet.of(...within) : AddressSet.ALL)),
    ),
    missing: unknown.map(({ unknown: name }) => name),
  };
}

/** @internal The addresses of a list, or the one that is none. */
export function entriesOf(peer: Address | AddressList): readonly Address[] {
  if (typeof peer === 'string' || isUnknown(peer)) {
    return [peer];
  }
  return isUnknown(peer.addresses) ? [peer.addresses] : peer.addresses;
}

/** Packets that come from these addresses, or go to them, and are of this traffic. */
export function packetBounds(
  direction: Direction,
  addresses: AddressBounds,
  traffic: Bounds<PacketBox | undefined>,
): PacketBounds {
  const end = direction === 'ingress' ? 'sources' : 'destinations';
  const packets = (box: PacketBox | undefined, set: AddressSet) =>
    box ? PacketSet.of({ ...box, [end]: set }) : PacketSet.NONE;
  return {
    surely: packets(traffic.surely, addresses.surely),
    perhaps: packets(traffic.perhaps, addresses.perhaps),
    missing: [...addresses.missing, ...traffic.missing],
  };
}
