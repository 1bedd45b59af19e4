import type { Subnet } from '@culvert/network-model';
import type { Party } from '../party';
import type { Origin } from '../request';
import { asParty } from '../relays/arrive';
import { atAddresses } from '../relays/at-addresses';
import { anythingIn, anythingWith } from '../relays/hypothetical';
import type { Model } from '../relays/model';
import { onPremOf } from '../relays/outside';
import { isInitiator } from './initiators';

/** Those of whom each must be able to begin. */
export function startsOf(model: Model, origin: Origin): readonly Party[] {
  const { network } = model;
  switch (origin.kind) {
    case 'component':
      return model.interfacesOf(origin.id).map(asParty);
    case 'group': {
      const group = network.securityGroups.get(origin.id);
      const subnets = group === undefined ? [] : model.subnetsOf(group.vpc);
      return group === undefined ? [] : subnets.map((subnet) => anythingWith(group, subnet));
    }
    case 'subnet': {
      const subnet = network.subnets.get(origin.id);
      return subnet === undefined ? [] : inSubnet(model, subnet);
    }
    case 'vpc':
      return model.subnetsOf(origin.id).flatMap((subnet) => inSubnet(model, subnet));
    case 'addresses':
      return atAddresses(model, origin.addresses);
    case 'internet':
      return [model.internet()];
    case 'on-prem':
      return [onPremOf(network)];
  }
}

function inSubnet(model: Model, subnet: Subnet): readonly Party[] {
  const own = model.interfacesIn(subnet.id).filter(isInitiator).map(asParty);
  return [...own, anythingIn(subnet)];
}
