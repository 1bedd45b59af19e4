import type { LoadBalancer, TargetGroup } from '@culvert/network-model';
import { isUnknown, type Unknown, unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { asParty } from './arrive';
import { deliver } from './deliver';
import { answersOf } from './gate-hops';
import { forwards } from './listener';
import type { Forwarding, Model, Registration } from './model';
import type { Arrival, Link, Onward, Stop } from './place';
import { hasPort, hasProtocol } from './ports';
import { type Found, registrationsAt } from './registrations';
import { Trail } from './trail';

/** The listeners whose targets are at the stop. */
export function loadBalancersTo(model: Model, { place, traffic }: Stop): readonly Link[] {
  return registrationsAt(model, place).flatMap(({ registration, at, missing }) => {
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
        isDoubtful: missing.length > 0,
        pass: (arrival) =>
          pass(
            model,
            { forwarding, registration, missing },
            { place: at, traffic: arriving },
            arrival,
          ),
      }));
  });
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
  { forwarding, registration, missing }: Omit<Found, 'at'> & { readonly forwarding: Forwarding },
  to: Stop,
  arrival: Arrival,
): Onward {
  const { loadBalancer } = forwarding;
  const { group } = registration;
  const preserves = seesClient(loadBalancer, registration, arrival);
  const nodes = model.interfacesOf(loadBalancer.id);
  const trail = Trail.sequence(forwards(forwarding, group, arrival), meant(group, missing)).then(
    () =>
      to.place.kind === 'function'
        ? invoked(model, registration, to.place.id)
        : deliver(model, { forwarding, registration, preserves, nodes, to, arrival }),
  );
  const senders = preserves.value === true ? arrival.senders : nodes.map(asParty);
  const { endpoint: _, ...rest } = arrival;
  return { trail, arrival: { ...rest, senders } };
}

/** Whether the group has the target at all. */
function meant({ name, account }: TargetGroup, missing: readonly string[]): Trail {
  const detail = 'which targets it has';
  return missing.length === 0
    ? Trail.START
    : Trail.hop({ kind: 'target group', component: name, detail, account }, unknownFor(...missing));
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
