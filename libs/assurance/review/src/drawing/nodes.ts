import type { Component, NetworkInterface } from '@culvert/network-model';
import type { DrawnAccount, DrawnNode, DrawnVpc, Drawing } from '@culvert/report';
import { type NetworkIndex, keyOf } from '../ends/network-index';

/** The gateways that stand beside VPCs. */
const BESIDE = ['peerings', 'transitGateways', 'apis', 'apiDomains', 'endpointServices'] as const;
const NODE_KINDS = {
  peerings: 'peering',
  transitGateways: 'transit gateway',
  apis: 'api',
  apiDomains: 'api domain',
  endpointServices: 'endpoint service',
} as const;
/** More than that nobody can look at: then what no flow touches is left out. */
const MAX_NODES = 400;

interface Placed {
  readonly node: DrawnNode;
  readonly account: string;
  readonly vpc?: string;
}

const OUTSIDE: readonly DrawnNode[] = [
  { id: 'internet', kind: 'outside', label: 'internet' },
  { id: 'on-prem', kind: 'outside', label: 'on-prem' },
];

/** The drawing's nodes, by the names that hops have. */
export class Nodes {
  private readonly placed: readonly Placed[];
  private readonly byName = new Map<string, string>();

  /** @param accounts the names of accounts, by id */
  public constructor(
    private readonly index: NetworkIndex,
    private readonly accounts: Readonly<Record<string, string>>,
  ) {
    const { network } = index;
    const inVpcs = [...new Map([...network.interfaces.values()].map((it) => [it.owner, it]))];
    this.placed = [
      ...inVpcs.map(([owner, it]) => this.ofInterface(owner, it)),
      ...[...network.internetGateways.values()].map((gateway) => ({
        ...placedOf('internet gateway', gateway),
        ...(gateway.vpc === undefined ? {} : { vpc: keyOf(gateway.vpc) }),
      })),
      ...[...network.vpnGateways.values()].map((gateway) => ({
        ...placedOf('vpn gateway', gateway),
        ...(gateway.vpc === undefined ? {} : { vpc: keyOf(gateway.vpc) }),
      })),
      ...BESIDE.flatMap((kind) =>
        [...network[kind].values()].map((each: Component) => placedOf(NODE_KINDS[kind], each)),
      ),
      ...[...network.workloads.values()]
        .filter(({ id }) => index.interfacesOf(id).length === 0)
        .map((each) => placedOf(each.kind, each)),
      ...[...network.vpcLinks.values()]
        .filter(({ id }) => index.interfacesOf(id).length === 0)
        .map((each) => placedOf('vpc link', each)),
    ];
    for (const { node } of [...this.placed, ...OUTSIDE.map((node) => ({ node }))]) {
      if (!this.byName.has(node.label)) this.byName.set(node.label, node.id);
    }
  }

  /** The node of a component, by its name. */
  public readonly of = (component: string): string | undefined => this.byName.get(component);

  /** @param touched the ids of the nodes that flows touch */
  public drawing(touched: ReadonlySet<string>): Drawing {
    const drawn =
      this.placed.length <= MAX_NODES
        ? this.placed
        : this.placed.filter(({ node }) => touched.has(node.id));
    const accounts = new Map<string, { vpcs: Map<string, DrawnNode[]>; nodes: DrawnNode[] }>();
    for (const { node, account, vpc } of drawn) {
      const inIt = accounts.get(account) ?? { vpcs: new Map<string, DrawnNode[]>(), nodes: [] };
      accounts.set(account, inIt);
      if (vpc === undefined) inIt.nodes.push(node);
      else inIt.vpcs.set(vpc, [...(inIt.vpcs.get(vpc) ?? []), node]);
    }
    return {
      accounts: [...accounts].sort(byKey).map(([id, { vpcs, nodes }]): DrawnAccount => ({
        id,
        label: this.accounts[id] ?? id,
        vpcs: [...vpcs].sort(byKey).map(([vpc, inVpc]): DrawnVpc => ({
          id: vpc,
          label: this.index.network.vpcs.get(vpc)?.name ?? vpc,
          nodes: sorted(inVpc),
        })),
        nodes: sorted(nodes),
      })),
      outside: OUTSIDE,
    };
  }

  private ofInterface(owner: string, it: NetworkInterface): Placed {
    const { network } = this.index;
    const component = this.index.withId(owner)?.component ?? it;
    const subnet = network.subnets.get(keyOf(it.subnet));
    const account = network.vpcs.get(subnet?.vpc ?? '')?.account ?? it.account;
    return {
      node: { id: owner, kind: it.kind, label: component.name },
      account: nameOf(account),
      ...(subnet === undefined ? {} : { vpc: subnet.vpc }),
    };
  }
}

function placedOf(kind: string, { id, name, account }: Component): Placed {
  return { node: { id, kind, label: name }, account: nameOf(account) };
}

function nameOf(account: Component['account']): string {
  if (typeof account === 'string') return account;
  return 'unknown' in account ? account.unknown : String(account);
}

function sorted(nodes: readonly DrawnNode[]): readonly DrawnNode[] {
  return [...nodes].sort((one, other) => (one.label < other.label ? -1 : 1));
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
