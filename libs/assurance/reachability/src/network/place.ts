import type { NetworkInterface, Subnet } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { missingFacts, type Truth } from '@culvert/symbolic';
import type { Party } from '../party';
import { alikeSubnets } from './alike-subnets';
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
  const alike = alikeSubnets(model, subnet);
  const key = `${alike.key} ${publicKey(isPublic)}`;
  const place: SubnetPlace = { kind: 'subnet', subnet, addresses: alike.ranges, isPublic, key };
  return addresses.isSubsetOf(alike.ranges)
    ? place
    : { ...place, addresses: alike.ranges.union(addresses), key: `${key} ${String(addresses)}` };
}

function publicKey(isPublic: Truth): string {
  return `${String(isPublic.value)} ${missingFacts(isPublic).join()}`;
}

/** One key for pairs of places that have the same ways between them. */
export function betweenKey(from: Place, to: Place): string {
  const isOne = from.kind === 'subnet' && to.kind === 'subnet' && from.subnet.id === to.subnet.id;
  return `${from.key} ${isOne ? 'within' : '>'} ${to.key}`;
}
