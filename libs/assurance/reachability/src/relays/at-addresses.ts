import type { Subnet } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import type { Party } from '../party';
import { anythingIn } from './hypothetical';
import type { Model } from './model';
import { INTERNET, isPrivate } from './outside';

/** Whoever has the addresses: interfaces, what may be put into subnets, on-prem, the internet. */
export function atAddresses(model: Model, addresses: AddressSet): readonly Party[] {
  const subnets = [...model.network.subnets.values()].flatMap((subnet) => {
    const there = subnet.ranges.intersection(addresses);
    return there.isEmpty ? [] : inSubnet(model, subnet, there);
  });
  const ranges = [...model.network.vpcs.values()].map((vpc) => vpc.ranges);
  const outside = addresses.difference(AddressSet.NONE.union(...ranges));
  const announced = AddressSet.NONE.union(
    ...[...model.network.transitGatewayAttachments.values()].map((each) => each.announced),
  );
  const onPrem = isPrivate(outside).union(outside.intersection(announced));
  const internet = outside.difference(onPrem).intersection(INTERNET);
  return [
    ...subnets,
    ...(onPrem.isEmpty ? [] : [{ kind: 'outside', zone: 'on-prem', addresses: onPrem } as const]),
    ...(internet.isEmpty
      ? []
      : [{ kind: 'outside', zone: 'internet', addresses: internet } as const]),
  ];
}

/** The interfaces that surely have some of the addresses, and whatever may get the others. */
function inSubnet(model: Model, subnet: Subnet, addresses: AddressSet): readonly Party[] {
  const placed = model
    .interfacesIn(subnet.id)
    .filter((each) => each.placed && !each.addresses.intersection(addresses).isEmpty);
  const rest = placed.reduce((left, each) => left.difference(each.addresses), addresses);
  return [
    ...placed.map((each): Party => ({
      kind: 'interface',
      interface: { ...each, addresses: each.addresses.intersection(addresses) },
    })),
    ...(rest.isEmpty ? [] : [anythingIn(subnet, rest)]),
  ];
}
