import type { Traffic } from '../connection';
import type { Target } from '../request';
import { keyOf, type Model } from '../relays/model';
import { onPremOf } from '../relays/outside';
import type { Stop } from '../relays/place';
import { HTTPS, onPorts } from '../relays/ports';

/** Where the target is. */
export function stopOf(model: Model, target: Target, traffic: Traffic): Stop {
  const { network } = model;
  switch (target.kind) {
    case 'component': {
      const { id } = target;
      if (network.apis.has(id)) {
        return { place: { kind: 'api', id }, traffic: HTTPS };
      }
      if (network.workloads.get(id)?.kind === 'function') {
        return { place: { kind: 'function', id }, traffic: HTTPS };
      }
      const listeners = network.loadBalancers.get(id)?.listeners.map(({ port }) => port);
      return {
        place: { kind: 'interfaces', id },
        traffic: listeners === undefined ? traffic : onPorts(traffic, listeners),
      };
    }
    case 'addresses': {
      const { addresses } = target;
      return { place: { kind: 'addresses', id: String(addresses), addresses }, traffic };
    }
    case 'internet':
      return { place: { kind: 'outside', id: 'internet', party: model.internet() }, traffic };
    case 'on-prem':
      return { place: { kind: 'outside', id: 'on-prem', party: onPremOf(network) }, traffic };
    case 'resource':
      return { place: { kind: 'resource', id: keyOf(target.resource), target }, traffic: HTTPS };
  }
}
