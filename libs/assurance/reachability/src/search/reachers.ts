import type { NetworkInterface, Ref, Subnet } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import type { InterfaceParty, Party } from '../party';
import type { Reacher } from '../reach';
import { asParty } from '../relays/arrive';
import { byKey } from '../relays/by-key';
import { anythingIn, anythingWith } from '../relays/hypothetical';
import { keyOf, type Model } from '../relays/model';
import { internetOf, onPremOf } from '../relays/outside';
import { isInitiator } from './initiators';

/** A class of origins, of which each is there for all. */
export interface Class {
  readonly reacher: Reacher;
  readonly parties: readonly Party[];
}

/** All classes of a subnet that count, when anything else in it reaches the target, or does not. */
export interface SubnetClasses {
  readonly anything: Class;
  /** Interfaces that are alike; of those with the same groups, their addresses tell them apart. */
  readonly interfaces: readonly Class[];
  /** What has a group that has no member yet. */
  readonly groups: readonly Class[];
}

/** Those of the subnet. */
export function classesIn(model: Model, subnet: Subnet): SubnetClasses {
  const own = model.interfacesIn(subnet.id).filter(isInitiator);
  const alike = byKey(own, ({ groups, filtered, isPublic }) => [
    JSON.stringify([filtered, isPublic.value, groups.map(keyOf).sort()]),
  ]);
  return {
    anything: subnetClass(subnet),
    interfaces: [...alike.values()].map((each) => interfacesClass(subnet, each)),
    groups: model.emptyGroupsOf(subnet.vpc).map((group) => ({
      reacher: reacher(subnet, {
        kind: 'group',
        label: `anything with ${group.name} in ${subnet.name}`,
        groups: [group.id],
      }),
      parties: [anythingWith(group, subnet)],
    })),
  };
}

function subnetClass(subnet: Subnet): Class {
  const label = `anything else in ${subnet.name}`;
  return { reacher: reacher(subnet, { kind: 'subnet', label }), parties: [anythingIn(subnet)] };
}

function interfacesClass(subnet: Subnet, interfaces: readonly NetworkInterface[]): Class {
  const names = [...new Set(interfaces.map(({ name }) => name))].sort();
  const addresses = AddressSet.NONE.union(...interfaces.map((each) => each.addresses));
  return {
    reacher: reacher(subnet, {
      kind: 'interfaces',
      label: names.join(', '),
      owners: [...new Set(interfaces.map(({ owner }) => owner))],
      groups: interfaces[0]?.groups ?? [],
      addresses,
    }),
    parties: interfaces.map(asParty),
  };
}

function reacher(
  { id, vpc, account, ranges }: Subnet,
  said: Pick<Reacher, 'kind' | 'label'> & Partial<Reacher>,
): Reacher {
  return { subnet: id, vpc, account, owners: [], groups: [], addresses: ranges, ...said };
}

/** The internet and what is on-prem. */
export function outsideClasses({ network }: Model): readonly Class[] {
  return [internetOf(network), onPremOf(network)]
    .filter(({ addresses }) => !addresses.isEmpty)
    .map((party) => ({
      reacher: {
        kind: party.zone,
        label: party.zone,
        owners: [],
        groups: [],
        addresses: party.addresses,
      },
      parties: [party],
    }));
}

/** A component that passes things on, by itself. */
export function relayClass(model: Model, id: string): Class {
  const interfaces = model.interfacesOf(id);
  const [first] = interfaces;
  const vpc = first && model.vpcOf(first.subnet);
  const groups: readonly Ref[] = first?.groups ?? [];
  return {
    reacher: {
      kind: 'relay',
      label: model.nameOf(id),
      owners: [id],
      groups,
      addresses: AddressSet.NONE.union(...interfaces.map((each) => each.addresses)),
      ...(vpc === undefined ? {} : { vpc }),
      ...(first === undefined ? {} : { account: first.account }),
    },
    parties: interfaces.map((each): InterfaceParty => asParty(each)),
  };
}
