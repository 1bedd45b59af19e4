import type { NetworkInterface, Subnet } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { missingFacts, type Truth } from '@culvert/symbolic';
import type { Party } from '../party';
import type { Model } from './model';

/** Where a way begins, or what it is for. Interfaces of one place go the same ways. */
export type Place =
  | {
      readonly kind: 'subnet';
      readonly subnet: Subnet;
      readonly addresses: AddressSet;
      /** Whether the internet can address what is there. */
      readonly isPublic: Truth;
      readonly key: string;
    }
  | {
      readonly kind: 'internet' | 'on-prem';
      readonly addresses: AddressSet;
      readonly key: string;
      /** Of what is on-prem: the attachment or VPN gateway that it is behind, if only one will do. */
      readonly behind?: string;
    };

export type SubnetPlace = Extract<Place, { kind: 'subnet' }>;

/** Undefined for an interface of which the subnet is not known. */
export function placeOf(model: Model, party: Party): Place | undefined {
  return party.kind === 'interface'
    ? placeOfInterface(model, party.interface)
    : { kind: party.zone, addresses: AddressSet.ALL, key: party.zone };
}

function placeOfInterface(model: Model, { subnet: ref, isPublic, addresses }: NetworkInterface) {
  const subnet = model.subnet(ref);
  if (subnet === undefined) return undefined;
  const { place } = model.once(`place ${subnet.id} ${publicKey(isPublic)}`, () => ({
    place: subnetPlace(subnet, isPublic),
  }));
  return addresses.isSubsetOf(place.addresses)
    ? place
    : {
        ...place,
        addresses: place.addresses.union(addresses),
        key: `${place.key} ${String(addresses)}`,
      };
}

function subnetPlace(subnet: Subnet, isPublic: Truth): SubnetPlace {
  const { ranges: addresses, id } = subnet;
  return { kind: 'subnet', subnet, addresses, isPublic, key: `${id} ${publicKey(isPublic)}` };
}

function publicKey(isPublic: Truth): string {
  return `${String(isPublic.value)} ${missingFacts(isPublic).join()}`;
}
