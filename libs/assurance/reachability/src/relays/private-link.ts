import type { Endpoint, EndpointService, LoadBalancer } from '@culvert/network-model';
import { or, unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { admits } from '../network';
import type { Party } from '../party';
import { asParty, listening } from './arrive';
import { ELSEWHERE, fromElsewhere } from './elsewhere';
import { answersOf } from './gate-hops';
import { keyOf, type Model } from './model';
import type { Arrival, Link, Stop } from './place';
import { Trail } from './trail';

/** The endpoints of the services that a load balancer is behind. */
export function endpointsTo(model: Model, { place, traffic }: Stop): readonly Link[] {
  const loadBalancer = model.network.loadBalancers.get(place.id);
  if (place.kind !== 'interfaces' || loadBalancer === undefined) {
    return [];
  }
  return model.servicesOf(loadBalancer.id).flatMap((service): readonly Link[] => [
    ...model.endpointsOf(service.id).map((endpoint): Link => ({
      from: { place: { kind: 'interfaces', id: endpoint.id }, traffic },
      traffic,
      through: [service.id],
      pass: (arrival) => ({
        trail: pass(model, { endpoint, service, loadBalancer, traffic }, arrival),
        arrival: {
          ...arrival,
          senders: model.interfacesOf(endpoint.id).map(asParty),
          endpoint: endpoint.id,
        },
      }),
    })),
    {
      from: { place: ELSEWHERE, traffic },
      traffic,
      through: [service.id],
      pass: (arrival) => ({
        trail: fromElsewhere(model, service, loadBalancer, traffic).then(() =>
          listening(model, place, traffic),
        ),
        arrival: { ...arrival, endpoint: ELSEWHERE.id },
      }),
    },
  ]);
}

interface Connected {
  readonly endpoint: Endpoint;
  readonly service: EndpointService;
  readonly loadBalancer: LoadBalancer;
  readonly traffic: Traffic;
}

function pass(model: Model, connected: Connected, { senders }: Arrival): Trail {
  const { endpoint, service, loadBalancer, traffic } = connected;
  const accepted = {
    kind: 'endpoint',
    component: endpoint.name,
    detail:
      endpoint.accepted.value === false
        ? `${service.name} does not accept it`
        : `${service.name} accepts it`,
    account: endpoint.account,
    ...(endpoint.acceptedBy === undefined ? {} : { rule: endpoint.acceptedBy }),
  } as const;
  return Trail.hop(accepted, endpoint.accepted)
    .then(() => answersOf(model.gates.mayConnect(endpoint.id, service.id)))
    .then(() => sharedZone(model, connected))
    .then(() => enforced(model, connected, senders))
    .then(() => listening(model, { kind: 'interfaces', id: loadBalancer.id }, traffic));
}

/** An endpoint is only in zones that its service is in. */
function sharedZone(model: Model, { endpoint, service }: Connected): Trail {
  const zones = model.interfacesOf(endpoint.id).map((each) => model.zoneOf(each));
  const isKnown = service.zones.length > 0 && zones.every((zone) => zone !== undefined);
  const shared = zones.filter((zone) => zone !== undefined && service.zones.includes(zone));
  const hop = {
    kind: 'endpoint service',
    component: service.name,
    account: service.account,
  } as const;
  if (shared.length > 0) {
    return Trail.hop({ ...hop, detail: `shares ${[...new Set(shared)].join(', ')}` });
  }
  const sameAccount = keyOf(endpoint.account) === keyOf(service.account);
  const detail = `is in no zone of ${endpoint.name}: ${service.zones.join(', ') || 'its zones are not known'}`;
  return isKnown && (sameAccount || comparable([...service.zones, ...zones]))
    ? Trail.blocked({ ...hop, detail })
    : Trail.hop(
        { ...hop, detail },
        unknownFor(`zones that ${service.name} and ${endpoint.name} share`),
      );
}

/** Names such as `eu-central-1a` mean another zone in another account; ids do not. */
function comparable(zones: readonly (string | undefined)[]): boolean {
  return zones.every((zone) => zone !== undefined && /-az\d+$/u.test(zone));
}

/**
 * The load balancer's groups see the client's private address, if they see anything.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html
 */
function enforced(
  { interfacesOf, network }: Model,
  { loadBalancer, traffic }: Connected,
  clients: readonly Party[],
): Trail {
  const { name, account, hasGroups, enforcesOnPrivateLink } = loadBalancer;
  const hop = { kind: 'security group', component: name, account } as const;
  if (!hasGroups || enforcesOnPrivateLink.value === false) {
    const detail = hasGroups ? 'does not look at what comes through PrivateLink' : 'has no groups';
    return Trail.hop({ ...hop, detail });
  }
  const trails = interfacesOf(loadBalancer.id).flatMap((each) =>
    clients.map((client) => Trail.of(admits(network, asParty(each), client, traffic))),
  );
  const admitted =
    Trail.every(trails) ??
    Trail.hop(
      { ...hop, detail: 'its interfaces are not known' },
      unknownFor(`interfaces of ${name}`),
    );
  return enforcesOnPrivateLink.value === true
    ? admitted
    : Trail.hop(
        { ...hop, detail: 'may look at what comes through PrivateLink' },
        or(admitted.passes, enforcesOnPrivateLink),
      );
}
