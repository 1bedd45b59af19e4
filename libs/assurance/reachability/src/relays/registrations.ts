import type { NetworkInterface, TargetGroup } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { isUnknown } from '@culvert/symbolic';
import { addressesOf } from './addresses-of';
import { keyOf, type Model, type Registration } from './model';
import type { Place } from './place';

/** A target that is at a place, or may be. */
export interface Found {
  readonly registration: Registration;
  /** Where exactly the target is. */
  readonly at: Place;
  /** The facts without which it is not sure. */
  readonly missing: readonly string[];
}

/** The targets at the place. */
export function registrationsAt(model: Model, place: Place): readonly Found[] {
  switch (place.kind) {
    case 'function':
      return byOwner(model, place);
    case 'interfaces':
      return [...byOwner(model, place), ...byAddress(model, place), ...unlisted(model, place)];
    case 'addresses':
    case 'outside':
      return [
        ...model.addressTargets().flatMap((registration): readonly Found[] => {
          const at = narrowed(place, registration);
          return at === undefined ? [] : [{ registration, at, missing: [] }];
        }),
        ...(place.id === 'internet' ? [] : unlistedIn(model, place, ({ kind }) => kind === 'ip')),
      ];
    default:
      return [];
  }
}

function byOwner(model: Model, at: Place): readonly Found[] {
  const sure = model.registrationsOf(at.id);
  const perhaps = model.registrationsPerhapsOf(at.id);
  return [
    ...sure.map((registration) => ({ registration, at, missing: [] })),
    ...perhaps.map((registration) => ({
      registration,
      at,
      missing: [keyOf(registration.target.id)],
    })),
  ];
}

function byAddress(model: Model, at: Place): readonly Found[] {
  const interfaces = model.interfacesOf(at.id);
  const targets = interfaces.length === 0 ? [] : model.addressTargets();
  return targets.flatMap((registration): readonly Found[] => {
    const near = interfaces.filter((each) => isNear(model, registration.group, registration, each));
    const own = near.filter((each) => each.placed || isNamedAfter(registration, each));
    if (own.length > 0) {
      return [{ registration, at: { kind: 'interfaces', id: at.id, only: own }, missing: [] }];
    }
    const missing = near.map(({ name }) => `private addresses of ${name}`);
    return near.length === 0 || isTaken(model, registration) ? [] : [{ registration, at, missing }];
  });
}

/** Whether the target's address is, or may be, the interface's. */
function isNear(
  model: Model,
  { vpc }: TargetGroup,
  registration: Registration,
  each: NetworkInterface,
): boolean {
  const { id } = registration.target;
  if (typeof id !== 'string') {
    return isNamedAfter(registration, each);
  }
  const own = vpc === undefined ? undefined : model.network.vpcs.get(keyOf(vpc));
  return (
    each.addresses.contains(id) &&
    (own === undefined || !own.ranges.contains(id) || model.vpcOf(each) === own.id)
  );
}

/** Whether the address is a symbol: an attribute of what the interface belongs to. */
function isNamedAfter({ target: { id } }: Registration, { name }: NetworkInterface): boolean {
  return isUnknown(id) && (id.unknown.startsWith(`${name}.`) || id.unknown.startsWith(`${name}[`));
}

/** Whether some interface surely has the address. */
function isTaken(model: Model, registration: Registration): boolean {
  return [...model.network.interfaces.values()].some(
    (each) => each.placed && isNear(model, registration.group, registration, each),
  );
}

/** Groups of the same VPC of which it is not known what is in them. */
function unlisted(model: Model, at: Place): readonly Found[] {
  const vpcs = new Set(model.interfacesOf(at.id).map((each) => model.vpcOf(each)));
  return model.network.workloads.has(at.id)
    ? unlistedIn(
        model,
        at,
        ({ kind, vpc }) =>
          kind !== 'alb' && kind !== 'lambda' && (vpc === undefined || vpcs.has(keyOf(vpc))),
      )
    : [];
}

function unlistedIn(
  model: Model,
  at: Place,
  counts: (group: TargetGroup) => boolean,
): readonly Found[] {
  return model
    .unlistedGroups()
    .filter(counts)
    .map((group) => ({
      registration: {
        group,
        target: { name: group.name, id: at.id, isAddress: false, port: undefined },
      },
      at,
      missing: group.missing,
    }));
}

function narrowed(
  place: Extract<Place, { readonly kind: 'addresses' | 'outside' }>,
  { target: { id } }: Registration,
): Place | undefined {
  if (typeof id !== 'string') {
    return undefined;
  }
  const own = AddressSet.of(id);
  if (place.kind === 'addresses') {
    return own.isSubsetOf(place.addresses) ? { ...place, addresses: own } : undefined;
  }
  const { party } = place;
  return own.isSubsetOf(addressesOf(party))
    ? { ...place, party: { ...party, addresses: own } }
    : undefined;
}
