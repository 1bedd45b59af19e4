import type {
  Api,
  ApiMethod,
  Component,
  Endpoint,
  EndpointService,
  FunctionUrl,
  Listener,
  LoadBalancer,
  Missing,
  Network,
  NetworkInterface,
  SecurityGroup,
  Subnet,
  Target,
  TargetGroup,
} from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { isUnknown, type Text } from '@culvert/symbolic';
import type { Gates } from '../gates';
import type { OutsideParty } from '../party';
import { byKey } from './by-key';
import { once } from './once';
import { internetOf, namedRanges, strangersOf } from './outside';

/** A listener that forwards to a target group. */
export interface Forwarding {
  readonly loadBalancer: LoadBalancer;
  readonly listener: Listener;
}

/** A target group that a target is in. */
export interface Registration {
  readonly group: TargetGroup;
  readonly target: Target;
}

/** Methods of an API that have an integration. */
export interface Integrated {
  readonly api: Api;
  readonly method: ApiMethod;
}

/** An API, or a method of it, of which it is not known what it calls. */
export interface Open {
  readonly api: Api;
  /** @default - any of the API's */
  readonly method?: ApiMethod;
  readonly missing: Missing;
}

/** The network, and what in it leads to what: each index is made when it is asked for first. */
export class Model {
  public readonly interfacesOf: (owner: string) => readonly NetworkInterface[];
  public readonly interfacesIn: (subnet: string) => readonly NetworkInterface[];
  public readonly subnetsOf: (vpc: string) => readonly Subnet[];
  /** The security groups of a VPC that no interface has: made for others. */
  public readonly emptyGroupsOf: (vpc: string) => readonly SecurityGroup[];
  public readonly forwardingsTo: (targetGroup: string) => readonly Forwarding[];
  public readonly registrationsOf: (id: string) => readonly Registration[];
  /** Of which the id is a candidate only. */
  public readonly registrationsPerhapsOf: (id: string) => readonly Registration[];
  public readonly addressTargets: () => readonly Registration[];
  /** Target groups of which not all targets are known. */
  public readonly unlistedGroups: () => readonly TargetGroup[];
  public readonly servicesOf: (loadBalancer: string) => readonly EndpointService[];
  public readonly endpointsOf: (service: string) => readonly Endpoint[];
  public readonly functionUrlsOf: (id: string) => readonly FunctionUrl[];
  public readonly awsEndpoints: (service: string) => readonly Endpoint[];
  /** By the VPC link, load balancer, listener or function that is called. */
  public readonly methodsCalling: (id: string) => readonly Integrated[];

  /** The addresses of what sends on packets of others with an address of its own, or may. */
  public readonly translators: () => AddressSet;
  public readonly internet: () => OutsideParty;
  public readonly namedRanges: () => readonly AddressSet[];
  /** What calls from addresses that AWS gave it: in no range that a rule names, as far as anybody knows. */
  public readonly strangers: () => OutsideParty;
  /** The addresses that the internet sees what is in the VPC by, as far as they are known. */
  public readonly publicAddressesOf: (vpc: string) => AddressSet;
  public readonly openMethods: () => readonly Open[];

  private readonly interfacesNamed: (name: string) => readonly NetworkInterface[];
  private readonly relays: () => ReadonlySet<string>;
  private readonly componentNames: () => ReadonlyMap<string, string>;

  public constructor(
    public readonly network: Network,
    public readonly gates: Gates,
  ) {
    this.interfacesOf = lookUp(() => byKey(network.interfaces.values(), ({ owner }) => [owner]));
    this.interfacesNamed = lookUp(() => byKey(network.interfaces.values(), ({ name }) => [name]));
    this.interfacesIn = lookUp(() =>
      byKey(network.interfaces.values(), ({ subnet }) => [keyOf(subnet)]),
    );
    this.subnetsOf = lookUp(() => byKey(network.subnets.values(), ({ vpc }) => [vpc]));
    this.emptyGroupsOf = lookUp(() => {
      const used = new Set(
        [...network.interfaces.values()].flatMap(({ groups }) => groups.map(keyOf)),
      );
      const empty = [...network.securityGroups.values()].filter(({ id }) => !used.has(id));
      return byKey(empty, ({ vpc }) => [vpc]);
    });
    this.forwardingsTo = lookUp(() => byForwarding(network));
    const registrations = once(() =>
      [...network.targetGroups.values()].flatMap((group) =>
        group.targets.map((target): Registration => ({ group, target })),
      ),
    );
    this.registrationsOf = lookUp(() =>
      byKey(registrations(), ({ target }) => [target.isAddress ? undefined : keyOf(target.id)]),
    );
    this.registrationsPerhapsOf = lookUp(() =>
      byKey(registrations(), ({ target: { candidates = [] } }) => candidates),
    );
    this.addressTargets = once(() => registrations().filter(({ target }) => target.isAddress));
    this.unlistedGroups = once(() =>
      [...network.targetGroups.values()].filter(({ missing }) => missing.length > 0),
    );
    this.servicesOf = lookUp(() =>
      byKey(network.endpointServices.values(), ({ loadBalancers }) => loadBalancers.map(keyOf)),
    );
    const endpoints = once(() => [...network.endpoints.values()]);
    this.endpointsOf = lookUp(() =>
      byKey(endpoints(), ({ service }) => [
        'endpointService' in service ? keyOf(service.endpointService) : undefined,
      ]),
    );
    this.functionUrlsOf = lookUp(() =>
      byKey(network.functionUrls.values(), (each) => [keyOf(each.function)]),
    );
    this.awsEndpoints = lookUp(() =>
      byKey(endpoints(), ({ service }) => ['aws' in service ? service.aws : undefined]),
    );
    this.methodsCalling = lookUp(() => byIntegration(network));
    this.translators = once(() => {
      const all = [...network.interfaces.values()].filter(
        ({ kind, sourceDestCheck }) => kind === 'nat gateway' || sourceDestCheck.value !== true,
      );
      return AddressSet.NONE.union(...all.map(({ addresses }) => addresses));
    });
    this.internet = once(() => internetOf(network));
    this.namedRanges = once(() => namedRanges(network));
    this.strangers = once(() => strangersOf(this.namedRanges(), this.internet()));
    const known = once(() =>
      byKey(network.interfaces.values(), (each) => [
        each.publicAddresses === undefined ? undefined : this.vpcOf(each),
      ]),
    );
    this.publicAddressesOf = (vpc) =>
      AddressSet.NONE.union(
        ...(known().get(vpc) ?? []).flatMap(({ publicAddresses = [] }) => publicAddresses),
      );
    this.relays = once(() => {
      const { loadBalancers, endpointServices, vpcLinks, apis, apiDomains } = network;
      const kinds = [loadBalancers, endpointServices, vpcLinks, apis, apiDomains];
      const all: Component[] = kinds.flatMap((kind) => [...kind.values()]);
      // Endpoints of Gateway Load Balancers are on routes, between the ends of one connection.
      const own = endpoints().filter(({ kind }) => kind !== 'GatewayLoadBalancer');
      return new Set([...all, ...own].flatMap(({ id, name }) => [id, name]));
    });
    this.componentNames = once(() => {
      const kinds = Object.values(network) as ReadonlyMap<string, Component>[];
      return new Map(kinds.flatMap((kind) => [...kind.values()].map(({ id, name }) => [id, name])));
    });
    this.openMethods = once(() =>
      [...network.apis.values()].flatMap((api) => openIn(network, api)),
    );
  }

  /** The names of those that the interfaces of this name belong to. */
  public ownersNamed(name: string): readonly string[] {
    return this.interfacesNamed(name).map(({ owner }) => this.nameOf(owner));
  }

  /** The component's name, or its id when it is not in the network. */
  public nameOf(id: string): string {
    return this.componentNames().get(id) ?? this.interfacesOf(id)[0]?.name ?? id;
  }

  /** Whether it is something that ways lead through one after the other, by id or name. */
  public isRelay(name: string): boolean {
    return this.relays().has(name);
  }

  /** The VPC that it is in, as far as that is known. */
  public vpcOf({ subnet, subnets = [] }: NetworkInterface): string | undefined {
    const own = [keyOf(subnet), ...subnets].map((id) => this.network.subnets.get(id)?.vpc);
    const [vpc, ...others] = new Set(own.filter((id) => id !== undefined));
    return others.length === 0 ? vpc : undefined;
  }

  public zoneOf({ subnet }: NetworkInterface): string | undefined {
    return this.network.subnets.get(keyOf(subnet))?.zone;
  }
}

/** What components are found by: the id, or the symbol's name. */
export function keyOf(text: Text): string {
  if (typeof text === 'string') {
    return text;
  }
  return isUnknown(text)
    ? text.unknown
    : text.parts.map((part) => (typeof part === 'string' ? part : `\${${part.unknown}}`)).join('');
}

function lookUp<T>(index: () => ReadonlyMap<string, readonly T[]>): (key: string) => readonly T[] {
  const made = once(index);
  return (key) => made().get(key) ?? [];
}

function byForwarding({ loadBalancers }: Network): ReadonlyMap<string, readonly Forwarding[]> {
  const forwardings = [...loadBalancers.values()].flatMap((loadBalancer) =>
    loadBalancer.listeners.map((listener): Forwarding => ({ loadBalancer, listener })),
  );
  return byKey(forwardings, ({ listener }) =>
    listener.rules.flatMap(({ targetGroups }) => targetGroups.map(keyOf)),
  );
}

function byIntegration({ apis }: Network): ReadonlyMap<string, readonly Integrated[]> {
  const methods = [...apis.values()].flatMap((api) =>
    api.methods.map((method): Integrated => ({ api, method })),
  );
  return byKey(methods, ({ method: { integration } }) => {
    switch (integration.kind) {
      case 'vpc-link':
        return [integration.vpcLink, integration.target].map((ref) => ref && keyOf(ref));
      case 'function':
        return [keyOf(integration.function)];
      default:
        return [];
    }
  });
}

function openIn({ vpcLinks, loadBalancers }: Network, api: Api): readonly Open[] {
  const { missing } = api;
  const listeners = [...loadBalancers.values()].flatMap((each) => each.listeners);
  const known = new Set([
    ...vpcLinks.keys(),
    ...loadBalancers.keys(),
    ...listeners.map(({ id }) => id),
  ]);
  const open = api.methods.flatMap((method): readonly Open[] => {
    const { integration } = method;
    if (integration.kind === 'unknown') {
      return [{ api, method, missing: integration.missing }];
    }
    const refs =
      integration.kind === 'vpc-link' ? [integration.vpcLink, integration.target ?? []].flat() : [];
    const unknowns = refs.filter(isUnknown).filter(({ unknown }) => !known.has(unknown));
    return unknowns.length === 0
      ? []
      : [{ api, method, missing: unknowns.map(({ unknown }) => unknown) }];
  });
  return missing.length === 0 ? open : [{ api, missing }, ...open];
}
