import type {
  Network,
  NatGateway,
  NetworkInterface,
  Ref,
  RouteTable,
  Subnet,
  TransitGatewayAttachment,
  TransitGatewayRouteTable,
} from '@culvert/network-model';
import {
  type Direction,
  networkAclPasses,
  type Passage,
  type Route,
  type Routed,
  routed,
} from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import { FALSE, isUnknown } from '@culvert/symbolic';
import { perhapsAll } from './step';

/** The network, with what is asked again and again worked out once. */
export class Model {
  private readonly results = new Map<string, unknown>();

  public constructor(public readonly network: Network) {}

  /** The result of the function, which is called once for the key. */
  public once<T>(key: string, compute: () => T): T {
    if (!this.results.has(key)) {
      this.results.set(key, compute());
    }
    return this.results.get(key) as T;
  }

  public subnet(ref: Ref): Subnet | undefined {
    return found(this.network.subnets, ref);
  }

  /** The subnet of an interface; of several that it may be in, one that stands for all. */
  public subnetOf({ subnet: ref, subnets = [] }: NetworkInterface): Subnet | undefined {
    const [first, ...others] = subnets.map((id) => this.subnet(id));
    const alike = others.every(
      (other) =>
        other !== undefined &&
        keyOf(other.routeTable) === keyOf(first?.routeTable) &&
        keyOf(other.networkAcl) === keyOf(first?.networkAcl),
    );
    return this.subnet(ref) ?? (alike ? first : undefined);
  }

  /** The interface of a NAT gateway, whether or not documents have it. */
  public interfaceOfNat(gateway: NatGateway): NetworkInterface {
    const [own] = this.interfacesOf(gateway.id);
    const subnet = this.subnet(gateway.subnet);
    return {
      ...(own ?? gateway),
      kind: 'nat gateway',
      owner: gateway.id,
      subnet: gateway.subnet,
      groups: [],
      filtered: false,
      addresses: own?.addresses ?? subnet?.ranges ?? AddressSet.ALL,
      placed: own?.placed ?? false,
      isPublic: gateway.isPublic,
      sourceDestCheck: FALSE,
      missing: [],
    };
  }

  /** All that sends on, or may send on, others' packets from an address of its own. */
  public translators(): readonly NetworkInterface[] {
    return this.once('translators', () => [
      ...[...this.network.natGateways.values()].map((gateway) => this.interfaceOfNat(gateway)),
      ...[...this.network.interfaces.values()].filter(
        ({ kind, sourceDestCheck }) =>
          kind !== 'nat gateway' && kind !== 'firewall' && sourceDestCheck.value !== true,
      ),
    ]);
  }

  /** What Terraform calls the target of a route. */
  public nameOfTarget(target: string): string {
    const { network } = this;
    const all = [
      network.peerings,
      network.transitGateways,
      network.transitGatewayAttachments,
      network.natGateways,
      network.internetGateways,
      network.vpnGateways,
      network.endpoints,
      network.interfaces,
    ];
    return all.find((each) => each.has(target))?.get(target)?.name ?? target;
  }

  public interfacesOf(owner: string): readonly NetworkInterface[] {
    const byOwner = this.once('interfaces', () =>
      grouped(this.network.interfaces.values(), (each) => each.owner),
    );
    return byOwner.get(owner) ?? [];
  }

  /** Attachments of one VPC, or those with what is on-prem behind them. */
  public attachmentsOf(vpc: string | 'on-prem'): readonly TransitGatewayAttachment[] {
    const byVpc = this.once('attachments', () =>
      grouped(this.network.transitGatewayAttachments.values(), ({ kind, vpc: attached }) => {
        if (kind === 'vpc') return typeof attached === 'string' ? attached : 'not known';
        return kind === 'peering' ? 'peering' : 'on-prem';
      }),
    );
    return byVpc.get(vpc) ?? [];
  }

  /** What the subnet's network ACL lets in or out. */
  public aclPasses({ networkAcl, name }: Subnet, direction: Direction): Passage {
    const acl = found(this.network.networkAcls, networkAcl);
    if (acl === undefined) {
      return perhapsAll([`network ACL of ${name}`]);
    }
    return this.once(`acl ${acl.id} ${direction}`, () => networkAclPasses(acl.acl, direction));
  }

  /**
   * What each route takes; gateway endpoints, which lead to services of AWS only, take nothing, and of what
   * is in no VPC the local routes do not, whatever their ranges will be.
   */
  public routed(
    table: RouteTable | TransitGatewayRouteTable,
    isOutside = false,
  ): readonly Routed[] {
    const isOpen = ({ target, destination }: Route) =>
      target === 'local' && typeof destination !== 'string';
    return this.once(`routed ${table.id} ${isOutside}`, () =>
      routed(
        table.routes.filter(
          (route) => !this.leadsToService(route) && !(isOutside && isOpen(route)),
        ),
      ),
    );
  }

  private leadsToService({ target, destination }: Route): boolean {
    return (
      target !== undefined &&
      typeof destination !== 'string' &&
      this.network.endpoints.get(target)?.kind === 'Gateway'
    );
  }
}

const models = new WeakMap<Network, Model>();

export function modelOf(network: Network): Model {
  const model = models.get(network) ?? new Model(network);
  models.set(network, model);
  return model;
}

/** The component, when it is known which it is and it is there. */
export function found<T>(components: ReadonlyMap<string, T>, ref: Ref | undefined): T | undefined {
  return typeof ref === 'string' ? components.get(ref) : undefined;
}

function keyOf(ref: Ref | undefined): string | undefined {
  return isUnknown(ref) ? ref.unknown : ref;
}

export function nameOf(
  components: ReadonlyMap<string, { readonly name: string }>,
  ref: Ref,
): string {
  return isUnknown(ref) ? ref.unknown : (components.get(ref)?.name ?? ref);
}

export function grouped<T>(
  all: Iterable<T>,
  keyOf: (each: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
