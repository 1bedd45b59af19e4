import type { Subnet } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { type AddressSet, PacketSet } from '@culvert/packet-set';
import type { Party } from '../party';
import type { Model } from './model';
import { step } from './step';
import type { Trip } from './trips';

/** The party in each of the subnets that it may be in; none when it is known, or nothing is. */
export function candidates(model: Model, party: Party): readonly Party[] {
  if (party.kind === 'outside' || model.subnet(party.interface.subnet)) return [];
  const { subnets = [], addresses } = party.interface;
  return subnets
    .flatMap((id): readonly Subnet[] => {
      const subnet = model.subnet(id);
      return subnet === undefined ? [] : [subnet];
    })
    .map(({ id, ranges }) => ({
      kind: 'interface',
      interface: { ...party.interface, subnet: id, addresses: addresses.intersection(ranges) },
    }));
}

/** What is from and to the addresses of these only. */
export function among(trip: Trip, from: Party, to: Party): Trip {
  const packets = PacketSet.of({ sources: addressesIn(from), destinations: addressesIn(to) });
  const nobody = { name: '', account: '' };
  const { hop } = step({ kind: 'interface', component: nobody }, Passage.of(packets), () => ({
    detail: '',
  }));
  return {
    oneWay: trip.oneWay.within(packets),
    bothWays: trip.bothWays.within(packets),
    chains: () => trip.chains().map((chain) => [hop, ...chain]),
  };
}

function addressesIn(party: Party): AddressSet {
  return party.kind === 'interface' ? party.interface.addresses : party.addresses;
}
