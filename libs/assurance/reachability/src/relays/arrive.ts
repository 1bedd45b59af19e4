import type { NetworkInterface } from '@culvert/network-model';
import { unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { connect } from '../network';
import type { InterfaceParty, Party } from '../party';
import type { Model } from './model';
import { atAddresses } from './at-addresses';
import type { Place } from './place';
import { describeTraffic, isTaken, takes } from './ports';
import { Trail } from './trail';

/** The way through the network, from each of these to the place, with nothing in between. */
export function arrive(
  model: Model,
  senders: readonly Party[],
  place: Place,
  traffic: Traffic,
): Trail {
  const receivers = partiesAt(model, place);
  const connections = receivers.flatMap((to) =>
    senders.map((from) => Trail.of(connect(model.network, { from, to, traffic }))),
  );
  return (Trail.every(connections) ?? nobodyAt(model, place)).then(() =>
    listening(model, place, traffic),
  );
}

/** Whoever receives what is sent to the place. */
export function partiesAt(model: Model, place: Place): readonly Party[] {
  switch (place.kind) {
    case 'interfaces':
      return (place.only ?? model.interfacesOf(place.id)).map(asParty);
    case 'addresses':
      return atAddresses(model, place.addresses);
    case 'outside':
      return [place.party];
    default:
      return [];
  }
}

export function asParty(each: NetworkInterface): InterfaceParty {
  return { kind: 'interface', interface: each };
}

function nobodyAt(model: Model, place: Place): Trail {
  const name = model.nameOf(place.id);
  return Trail.hop(
    { kind: 'interface', component: name, detail: 'it is not known where its interfaces are' },
    unknownFor(`interfaces of ${name}`),
  );
}

/** A load balancer takes what it has a listener for. */
export function listening({ network }: Model, place: Place, traffic: Traffic): Trail {
  const loadBalancer = network.loadBalancers.get(place.id);
  if (place.kind !== 'interfaces' || loadBalancer === undefined) {
    return Trail.START;
  }
  const { name, account } = loadBalancer;
  const listeners = loadBalancer.listeners.filter((each) => takes(traffic, each).value !== false);
  const taken = isTaken(traffic, listeners);
  const text = describeTraffic(traffic);
  const hop = { kind: 'load balancer', component: name, account } as const;
  return listeners.length === 0
    ? Trail.blocked({ ...hop, detail: `no listener takes ${text}` })
    : Trail.sequence(
        ...listeners.map((listener) =>
          Trail.hop({ ...hop, rule: listener.name, detail: `listens for ${text}` }, taken),
        ),
      );
}
