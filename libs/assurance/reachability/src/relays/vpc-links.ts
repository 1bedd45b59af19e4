import type { Api, ApiMethod, LoadBalancer, VpcLink } from '@culvert/network-model';
import { isUnknown, SymbolicText, TRUE, type Unknown, unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { arrive, asParty, listening } from './arrive';
import { backendRequest, type BackendUri, uriOf } from './backend-uri';
import { byKey } from './by-key';
import { keyOf, type Model } from './model';
import type { Arrival, Link, Onward, Stop } from './place';
import { hasPort, HTTPS } from './ports';
import { Trail } from './trail';

/** The methods of APIs that call a load balancer through a VPC link. */
export function vpcLinksTo(model: Model, { place, traffic }: Stop): readonly Link[] {
  const loadBalancer = model.network.loadBalancers.get(place.id);
  if (place.kind !== 'interfaces' || loadBalancer === undefined) {
    return [];
  }
  const calls = [...callsOf(model, loadBalancer), ...openCallsOf(model, loadBalancer)].filter(
    ({ port }) => port === undefined || hasPort(traffic, port).value !== false,
  );
  return [...byKey(calls, ({ key }) => [key]).values()].flatMap((alike): readonly Link[] => {
    const [call] = alike;
    if (call === undefined) {
      return [];
    }
    const { api, link, port, missing } = call;
    const methods = alike.flatMap(({ method }) => method ?? []);
    return [
      {
        from: {
          place: { kind: 'api', id: api.id, ...(methods.length === 0 ? {} : { methods }) },
          traffic: HTTPS,
        },
        traffic: onPort(traffic, port),
        through: [link.id],
        isDoubtful: missing.length > 0,
        pass: (arrival) => pass(model, loadBalancer, call, onPort(traffic, port), arrival),
      },
    ];
  });
}

interface Call {
  readonly api: Api;
  /** None if it is not known which one. */
  readonly method: ApiMethod | undefined;
  readonly link: VpcLink;
  readonly port: number | Unknown | undefined;
  readonly uri: BackendUri | undefined;
  /** The facts without which it is not sure that it calls. */
  readonly missing: readonly string[];
  /** Calls of one key go the same way. */
  readonly key: string;
}

function callsOf(model: Model, { id, listeners }: LoadBalancer): readonly Call[] {
  const { vpcLinks } = model.network;
  const calling = [
    ...firstLinksTo(model, id).flatMap((link) => model.methodsCalling(link.id)),
    ...[id, ...listeners.map((listener) => listener.id)].flatMap(model.methodsCalling),
  ];
  return [...new Set(calling)].flatMap(({ api, method }) => {
    const { integration } = method;
    const link =
      integration.kind === 'vpc-link' ? vpcLinks.get(keyOf(integration.vpcLink)) : undefined;
    if (link === undefined || integration.kind !== 'vpc-link') {
      return [];
    }
    const uri = uriOf(integration.uri);
    const target = integration.target === undefined ? '' : keyOf(integration.target);
    const listener = listeners.find((each) => each.id === target);
    const port = integration.port ?? listener?.port ?? uri?.port;
    const key = [api.id, link.id, target, port, uri?.text].map(String).join(' ');
    return { api, method, link, port, uri, missing: [], key };
  });
}

/** Those that may call it: of which it is not known what they call. */
function openCallsOf(model: Model, { id, vpc }: LoadBalancer): readonly Call[] {
  const open = model.openMethods();
  if (open.length === 0) {
    return [];
  }
  const own = [...model.network.vpcLinks.values()].filter(
    (link) =>
      link.version === 2 &&
      model.interfacesOf(link.id).some((each) => model.vpcOf(each) === keyOf(vpc)),
  );
  const links = [...firstLinksTo(model, id), ...own];
  return open.flatMap(({ api, method, missing }) =>
    links.filter(isNear(api)).map((link) => {
      const key = [api.id, link.id, ...missing].join(' ');
      return { api, method, link, port: undefined, uri: undefined, missing, key };
    }),
  );
}

function firstLinksTo({ network }: Model, id: string): readonly VpcLink[] {
  return [...network.vpcLinks.values()].filter(
    ({ version, loadBalancers }) => version === 1 && loadBalancers.some((ref) => keyOf(ref) === id),
  );
}

/** An API and its VPC link are of one account and Region. */
function isNear(api: Api): (link: VpcLink) => boolean {
  return ({ account, region }) =>
    SymbolicText.of(api.account).equals(account).value !== false &&
    SymbolicText.of(api.region).equals(region).value !== false;
}

function onPort(traffic: Traffic, port: Call['port']): Traffic {
  return typeof port === 'number' ? { ...traffic, ports: [port] } : traffic;
}

function pass(
  model: Model,
  loadBalancer: LoadBalancer,
  { api, link, method, port, uri, missing }: Call,
  traffic: Traffic,
  arrival: Arrival,
): Onward {
  const hop = { kind: 'vpc link', component: link.name, account: link.account } as const;
  const doubt = isUnknown(port)
    ? [port.unknown]
    : [`port of ${method?.name ?? api.name}'s integration`];
  const isSure =
    typeof port === 'number' ? TRUE : unknownFor(...(missing.length > 0 ? missing : doubt));
  const interfaces = model.interfacesOf(link.id).map(asParty);
  const place = { kind: 'interfaces', id: loadBalancer.id } as const;
  const trail = Trail.hop({ ...hop, detail: `leads to ${loadBalancer.name}` }, isSure).then(() =>
    link.version === 1
      ? unenforced(loadBalancer, link).then(() => listening(model, place, traffic))
      : fromLink(model, link, interfaces, place, traffic),
  );
  const http = method === undefined ? {} : backendRequest(method, uri, arrival.http);
  return { trail, arrival: { ...arrival, http, senders: interfaces, endpoint: link.id } };
}

function fromLink(
  model: Model,
  { name, account }: VpcLink,
  interfaces: Arrival['senders'],
  place: Stop['place'],
  traffic: Traffic,
): Trail {
  return interfaces.length === 0
    ? Trail.hop(
        { kind: 'vpc link', component: name, detail: 'its interfaces are not known', account },
        unknownFor(`subnets of ${name}`),
      )
    : arrive(model, interfaces, place, traffic);
}

/**
 * The addresses of a VPC link of version 1 are AWS's: no rule of the NLB's groups can name them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html
 */
function unenforced(loadBalancer: LoadBalancer, link: VpcLink): Trail {
  const { name, account, hasGroups, enforcesOnPrivateLink } = loadBalancer;
  const hop = { kind: 'security group', component: name, account } as const;
  if (!hasGroups || enforcesOnPrivateLink.value === false) {
    const detail = hasGroups ? 'does not look at what comes through PrivateLink' : 'has no groups';
    return Trail.hop({ ...hop, detail });
  }
  const detail = `its groups look at what comes through PrivateLink, such as ${link.name}, whose addresses no rule can name`;
  return enforcesOnPrivateLink.value === true
    ? Trail.blocked({ ...hop, detail })
    : Trail.hop({ ...hop, detail }, enforcesOnPrivateLink);
}
