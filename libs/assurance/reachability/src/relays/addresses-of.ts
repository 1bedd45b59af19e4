import type { AddressSet } from '@culvert/packet-set';
import type { Party } from '../party';

/** The addresses that it has, or may have. */
export function addressesOf(party: Party): AddressSet {
  return party.kind === 'interface' ? party.interface.addresses : party.addresses;
}
