import type {
  Api,
  ApiMethod,
  Endpoint,
  EndpointService,
  Listener,
  ListenerRule,
  LoadBalancer,
  Network,
  NetworkInterface,
  Target,
  TargetGroup,
  VpcLink,
  Workload,
} from '@culvert/network-model';
import { FALSE, TRUE, type Truth } from '@culvert/symbolic';
import type { Gates, Hop, Reach } from '../src/index';
import { component, networkInterface, networkWith } from './network';

/** An NLB with groups that it looks at through PrivateLink, unless something else is said. */
export function loadBalancer(
  id: string,
  said: Partial<LoadBalancer> & Pick<LoadBalancer, 'listeners'>,
): LoadBalancer {
  return {
    ...component(id),
    kind: 'network',
    internal: TRUE,
    vpc: 'vpc',
    crossZone: FALSE,
    hasGroups: true,
    enforcesOnPrivateLink: TRUE,
    dnsName: `${id}.elb.eu-central-1.amazonaws.com`,
    ...said,
  };
}

/** For TCP, to these target groups by default. */
export function listener(
  id: string,
  port: number,
  targetGroups: readonly string[],
  said: Partial<Listener> = {},
): Listener {
  return {
    ...component(id),
    port,
    protocol: 'TCP',
    rules: [rule('default', targetGroups)],
    ...said,
  };
}

/** The default rule, unless there is a priority. */
export function rule(
  name: string,
  targetGroups: readonly string[],
  said: Partial<ListenerRule> = {},
): ListenerRule {
  const action = targetGroups.length === 0 ? 'fixed-response' : 'forward';
  return {
    name,
    priority: undefined,
    conditions: {},
    targetGroups,
    action,
    authentication: [],
    ...said,
  };
}

/** Of addresses, for TCP, with health checks on the port of the traffic. */
export function targetGroup(
  id: string,
  port: number,
  targets: readonly Target[],
  said: Partial<TargetGroup> = {},
): TargetGroup {
  return {
    ...component(id),
    kind: 'ip',
    port,
    protocol: 'TCP',
    vpc: 'vpc',
    preservesClientAddress: FALSE,
    targets,
    healthCheck: { enabled: TRUE, port: undefined },
    missing: [],
    ...said,
  };
}

export function target(id: string, said: Partial<Target> = {}): Target {
  return { name: `target ${id}`, id, isAddress: /^[\d.]+$/u.test(id), port: undefined, ...said };
}

/** An interface of an owner, with groups if these are said. */
export function interfaceOf(
  owner: string,
  inSubnet: string,
  address: string,
  said: Partial<NetworkInterface> = {},
): NetworkInterface {
  return networkInterface(`${owner}-eni-${inSubnet}`, inSubnet, address, {
    name: owner,
    owner,
    ...said,
  });
}

/** An interface endpoint, accepted, with private DNS. */
export function endpoint(
  id: string,
  service: Endpoint['service'],
  said: Partial<Endpoint> = {},
): Endpoint {
  return {
    ...component(id),
    kind: 'Interface',
    vpc: 'vpc',
    service,
    privateDns: TRUE,
    accepted: TRUE,
    routeTables: [],
    dnsNames: [`${id}.vpce.amazonaws.com`],
    ...said,
  };
}

/** For everybody, in zone `a`. */
export function endpointService(
  id: string,
  loadBalancers: readonly string[],
  said: Partial<EndpointService> = {},
): EndpointService {
  return {
    ...component(id),
    serviceName: `com.amazonaws.vpce.eu-central-1.${id}`,
    loadBalancers,
    acceptanceRequired: FALSE,
    principals: ['*'],
    zones: ['a'],
    ...said,
  };
}

export function vpcLink(
  id: string,
  version: 1 | 2,
  loadBalancers: readonly string[] = [],
): VpcLink {
  return { ...component(id), version, loadBalancers };
}

/** A private REST API with a stage `prod`. */
export function api(id: string, methods: readonly ApiMethod[], said: Partial<Api> = {}): Api {
  return {
    ...component(id),
    kind: 'REST',
    endpointType: 'PRIVATE',
    endpoints: [],
    defaultEndpointDisabled: FALSE,
    stages: [{ name: 'prod', stage: 'prod' }],
    methods,
    missing: [],
    ...said,
  };
}

/** Without authorization, answered by the API itself, unless something else is said: `GET /orders`. */
export function method(text: string, said: Partial<ApiMethod> = {}): ApiMethod {
  const [verb = 'ANY', path = '/'] = text.split(' ');
  return {
    name: text,
    method: verb,
    path,
    authorization: 'NONE',
    apiKeyRequired: FALSE,
    integration: { kind: 'mock' },
    ...said,
  };
}

export function workload(id: string, kind: Workload['kind']): Workload {
  return { ...component(id), kind, role: undefined };
}

/** Gates that let everything pass, or what is said. */
export function gatesWith(said: Partial<Gates> = {}): Gates {
  return {
    invokeApi: () => [],
    authorize: () => [],
    invokeFunction: () => [],
    mayConnect: () => [],
    ...said,
  };
}

/** The answer of a gate. */
export function answer(
  gate: 'endpoint policy' | 'resource policy' | 'function permission',
  passes: Truth,
) {
  return { gate, passes, component: `the ${gate}`, detail: 'says so' } as const;
}

/** The networks' components together. */
export function joined(...networks: readonly Network[]): Network {
  const kinds = Object.keys(networkWith({})) as (keyof Network)[];
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      new Map(networks.flatMap((network) => [...(network[kind] as ReadonlyMap<string, object>)])),
    ]),
  ) as unknown as Network;
}

/** What blocks, or is not known: the last hop that does not pass. */
export function deciding({ hops }: Reach): Hop | undefined {
  return hops.findLast(({ effect }) => effect !== 'passes');
}
