import type { NetworkInterface, Ref, Subnet } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import type { InterfaceParty, Party } from '../party';
import type { Reacher } from '../reach';
import { asParty } from '../relays/arrive';
import { byKey } from '../relays/by-key';
import { anythingIn, anythingWith } from '../relays/hypothetical';
import { keyOf, type Model } from '../relays/model';
import { onPremOf } from '../relays/outside';
import { isInitiator } from './initiators';

/** A class of origins, of which each is there for all. */
export interface Class {
  readonly reacher: Reacher;
  readonly parties: readonly Party[];
}

/** All classes of origins, but those outside, in a subnet or where it is not known in which. */
export function classesInside(model: Model): readonly Class[] {
  const { subnets, interfaces } = model.network;
  const elsewhere = [...interfaces.values()].filter(
    (each) => isInitiator(each) && !subnets.has(keyOf(each.subnet)),
  );
  return [
    ...[...subnets.values()].flatMap((subnet) => classesIn(model, subnet)),
    ...alike(elsewhere).map((each) => interfacesClass(undefined, each)),
  ];
}

/** Anything, interfaces that are alike, and what has a group that has no member yet. */
function classesIn(model: Model, subnet: Subnet): readonly Class[] {
  const all = model.interfacesIn(subnet.id);
  const taken = all.filter(({ placed }) => placed).map(({ addresses }) => addresses);
  const free = subnet.ranges.difference(AddressSet.NONE.union(...taken));
  const anything: Class = {
    reacher: reacher(subnet, {
      kind: 'subnet',
      label: `anything else in ${subnet.name}`,
      addresses: free,
    }),
    parties: [anythingIn(subnet, free)],
  };
  return [
    ...(free.isEmpty ? [] : [anything]),
    ...alike(all.filter(isInitiator)).map((each) => interfacesClass(subnet, each)),
    ...model.emptyGroupsOf(subnet.vpc).map((group) => ({
      reacher: reacher(subnet, {
        kind: 'group',
        label: `anything with ${group.name} in ${subnet.name}`,
        groups: [group.id],
      }),
      parties: [anythingWith(group, subnet)],
    })),
  ];
}

/** By what rules and routes may tell apart, except for addresses. */
function alike(interfaces: readonly NetworkInterface[]): readonly (readonly NetworkInterface[])[] {
  const classes = byKey(interfaces, ({ subnet, groups, filtered, isPublic }) => [
    JSON.stringify([keyOf(subnet), filtered, isPublic.value, groups.map(keyOf).sort()]),
  ]);
  return [...classes.values()];
}

/** A class for each owner in it, if there are several. */
export function apart({ reacher: whole, parties }: Class): readonly Class[] {
  const interfaces = parties.flatMap((party) =>
    party.kind === 'interface' ? [party.interface] : [],
  );
  return [...byKey(interfaces, ({ owner }) => [owner])].map(([owner, own]) => ({
    reacher: {
      ...whole,
      label: own[0]?.name ?? owner,
      owners: [owner],
      addresses: addressesOfAll(own),
    },
    parties: own.map(asParty),
  }));
}

function interfacesClass(
  subnet: Subnet | undefined,
  interfaces: readonly NetworkInterface[],
): Class {
  const names = [...new Set(interfaces.map(({ name }) => name))].sort();
  return {
    reacher: reacher(subnet, {
      kind: 'interfaces',
      label: names.join(', '),
      owners: [...new Set(interfaces.map(({ owner }) => owner))],
      groups: interfaces[0]?.groups ?? [],
      addresses: addressesOfAll(interfaces),
    }),
    parties: interfaces.map(asParty),
  };
}

function addressesOfAll(interfaces: readonly NetworkInterface[]): AddressSet {
  return AddressSet.NONE.union(...interfaces.map(({ addresses }) => addresses));
}

function reacher(
  subnet: Subnet | undefined,
  said: Pick<Reacher, 'kind' | 'label'> & Partial<Reacher>,
): Reacher {
  const own =
    subnet === undefined
      ? { addresses: AddressSet.NONE }
      : { subnet: subnet.id, vpc: subnet.vpc, account: subnet.account, addresses: subnet.ranges };
  return { owners: [], groups: [], ...own, ...said };
}

/** The internet and what is on-prem. */
export function outsideClasses(model: Model): readonly Class[] {
  return [model.internet(), onPremOf(model.network)]
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
  const vpc = first && model.vpcOf(first);
  const groups: readonly Ref[] = first?.groups ?? [];
  return {
    reacher: {
      kind: 'relay',
      label: model.nameOf(id),
      owners: [id],
      groups,
      addresses: addressesOfAll(interfaces),
      ...(vpc === undefined ? {} : { vpc }),
      ...(first === undefined ? {} : { account: first.account }),
    },
    parties: interfaces.map((each): InterfaceParty => asParty(each)),
  };
}
