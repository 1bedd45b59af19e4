import type { LoadBalancer, NetworkInterface } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { isUnknown, type Unknown } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { addressesOf } from './addresses-of';
import { asParty } from './arrive';
import { deliver } from './deliver';
import { answersOf } from './gate-hops';
import { forwards } from './listener';
import type { Forwarding, Model, Registration } from './model';
import type { Arrival, Link, Place, Stop } from './place';
import { hasPort, hasProtocol } from './ports';
import type { Trail } from './trail';

/** The listeners whose targets are at the stop. */
export function loadBalancersTo(model: Model, { place, traffic }: Stop): readonly Link[] {
  return registrationsAt(model, place).flatMap(({ registration, at }) => {
    const { group } = registration;
    const port = portOf(registration);
    if (group.kind !== 'lambda' && !isMeant(registration, traffic)) {
      return [];
    }
    const arriving: Traffic = typeof port === 'number' ? { ...traffic, ports: [port] } : traffic;
    return model
      .forwardingsTo(group.id)
      .filter(
        ({ listener }) =>
          group.kind === 'lambda' || hasProtocol(traffic, listener.protocol).value !== false,
      )
      .map((forwarding): Link => ({
        from: stopAt(forwarding, traffic),
        traffic: arriving,
        through: [],
        pass: (arrival) =>
          pass(model, forwarding, registration, { place: at, traffic: arriving }, arrival),
      }));
  });
}

interface Found {
  readonly registration: Registration;
  /** Where exactly the target is. */
  readonly at: Place;
}

function registrationsAt(model: Model, place: Place): readonly Found[] {
  switch (place.kind) {
    case 'function':
      return model.registrationsOf(place.id).map((registration) => ({ registration, at: place }));
    case 'interfaces': {
      const interfaces = model.interfacesOf(place.id);
      const byAddress = interfaces.length === 0 ? [] : model.addressTargets();
      return [
        ...model.registrationsOf(place.id).map((registration) => ({ registration, at: place })),
        ...byAddress.flatMap((registration) =>
          interfaces.some((each) => isOf(registration, each)) ? { registration, at: place } : [],
        ),
      ];
    }
    case 'addresses':
    case 'outside':
      return model.addressTargets().flatMap((registration) => {
        const at = narrowed(place, registration);
        return at === undefined ? [] : { registration, at };
      });
    default:
      return [];
  }
}

/** Whether the target's address is the interface's, or will be: the symbol is then named after it. */
function isOf(
  { target: { id } }: Registration,
  { addresses, placed, name }: NetworkInterface,
): boolean {
  if (typeof id === 'string') {
    return placed && addresses.contains(id);
  }
  return isUnknown(id) && (id.unknown.startsWith(`${name}.`) || id.unknown.startsWith(`${name}[`));
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

export function portOf({ target, group }: Registration): number | Unknown | undefined {
  return target.port ?? group.port;
}

/** Whether the target gets the traffic, or may. */
function isMeant(registration: Registration, traffic: Traffic): boolean {
  const port = portOf(registration);
  const { protocol } = registration.group;
  return (
    (port === undefined || hasPort(traffic, port).value !== false) &&
    (protocol === undefined || hasProtocol(traffic, protocol).value !== false)
  );
}

function stopAt({ loadBalancer, listener }: Forwarding, traffic: Traffic): Stop {
  const { port } = listener;
  const place = { kind: 'interfaces', id: loadBalancer.id } as const;
  const protocol = ['udp', 17].includes(traffic.protocol) ? traffic.protocol : 'tcp';
  return { place, traffic: { protocol, ...(isUnknown(port) ? {} : { ports: [port] }) } };
}

function pass(
  model: Model,
  forwarding: Forwarding,
  registration: Registration,
  to: Stop,
  arrival: Arrival,
) {
  const { loadBalancer } = forwarding;
  const { group } = registration;
  const preserves = seesClient(loadBalancer, registration, arrival);
  const nodes = model.interfacesOf(loadBalancer.id);
  const trail = forwards(forwarding, group, arrival).then(() =>
    to.place.kind === 'function'
      ? invoked(model, registration, to.place.id)
      : deliver(model, { forwarding, registration, preserves, nodes, to, arrival }),
  );
  const senders = preserves.value === true ? arrival.senders : nodes.map(asParty);
  const { endpoint: _, ...rest } = arrival;
  return { trail, arrival: { ...rest, senders } };
}

/** Whether the target sees the client's address: not through PrivateLink. */
function seesClient(
  { kind }: LoadBalancer,
  { group: { preservesClientAddress } }: Registration,
  { endpoint }: Arrival,
) {
  return kind === 'network' && endpoint === undefined
    ? preservesClientAddress
    : ({ value: false } as const);
}

function invoked({ gates }: Model, { group }: Registration, id: string): Trail {
  return answersOf(
    gates.invokeFunction({
      function: id,
      service: 'elasticloadbalancing.amazonaws.com',
      source: group.id,
    }),
  );
}
