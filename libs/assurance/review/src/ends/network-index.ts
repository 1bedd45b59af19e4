import type { Component, Network, NetworkInterface, Ref } from '@culvert/network-model';
import { isText, type Resource, type Text, textKey } from '@culvert/terraform-graph';
import type { ResourceAddresses } from './resource-addresses';

/** The kinds of components that flows may begin or end at. */
const KINDS = [
  'securityGroups',
  'subnets',
  'vpcs',
  'workloads',
  'loadBalancers',
  'endpoints',
  'endpointServices',
  'apis',
  'apiDomains',
  'vpcLinks',
  'targetGroups',
  'natGateways',
] as const satisfies readonly (keyof Network)[];

export type EndKind = (typeof KINDS)[number] | 'interfaces';

/** A component that flows may begin or end at; of interfaces of what is nothing else, their owner. */
export interface IndexedComponent {
  readonly kind: EndKind;
  readonly component: Pick<Component, 'id' | 'name' | 'account' | 'tags'>;
}

/** The components of a network by the resources that they are of. */
export class NetworkIndex {
  /** Each of them, in the order of {@link KINDS}. */
  public readonly components: readonly IndexedComponent[];
  private readonly byName = new Map<string, IndexedComponent>();
  private readonly byId = new Map<string, IndexedComponent>();
  private readonly byOwner = new Map<string, NetworkInterface[]>();

  public constructor(
    public readonly addresses: ResourceAddresses,
    public readonly network: Network,
  ) {
    const components: IndexedComponent[] = KINDS.flatMap((kind) =>
      [...network[kind].values()].map((component) => ({ kind, component })),
    );
    for (const each of components) this.add(each);
    for (const each of network.interfaces.values()) {
      const same = this.byOwner.get(each.owner);
      if (same !== undefined) {
        same.push(each);
        continue;
      }
      this.byOwner.set(each.owner, [each]);
      if (this.byId.has(each.owner)) continue;
      const { account, tags, name } = each;
      const owner: IndexedComponent = {
        kind: 'interfaces',
        component: { id: each.owner, name, account, tags },
      };
      components.push(owner);
      this.add(owner);
    }
    this.components = components;
  }

  /** The component of a resource, or that a data source reads. */
  public of(resource: Resource): IndexedComponent | undefined {
    const byName = this.byName.get(this.addresses.nameOf(resource));
    if (byName !== undefined) return byName;
    return identitiesOf(resource)
      .map((text) => this.byId.get(typeof text === 'string' ? text : nameOfText(text)))
      .find((found) => found !== undefined);
  }

  /** The component with an id. */
  public withId(id: string): IndexedComponent | undefined {
    return this.byId.get(id);
  }

  /** The interfaces that belong to a component. */
  public interfacesOf(owner: string): readonly NetworkInterface[] {
    return this.byOwner.get(owner) ?? [];
  }

  /** The ids of the owners of interfaces that have the group. */
  public ownersWith(group: string): readonly string[] {
    const has = ({ groups }: NetworkInterface) => groups.some((ref) => keyOf(ref) === group);
    return [...this.byOwner].filter(([, all]) => all.some(has)).map(([owner]) => owner);
  }

  /** The ids of the workloads with an interface in any of the subnets. */
  public workloadsIn(isIn: (subnet: string) => boolean): readonly string[] {
    return [...this.network.workloads.keys()].filter((id) =>
      this.interfacesOf(id).some(({ subnet }) => isIn(keyOf(subnet))),
    );
  }

  /** The ids of the workloads that have the role. */
  public workloadsWith(role: Resource): readonly string[] {
    const keys = new Set(identitiesOf(role).map(textKey));
    const has = (text: Text | Ref | undefined) =>
      text !== undefined && keys.has(textKey(text as Text));
    return [...this.network.workloads.values()]
      .filter((workload) => has(workload.role as Text | undefined))
      .map(({ id }) => id);
  }

  private add(each: IndexedComponent): void {
    const { id, name } = each.component;
    if (!this.byName.has(name)) this.byName.set(name, each);
    if (!this.byId.has(id)) this.byId.set(id, each);
  }
}

/** The key of a reference: two symbols of one name are one. */
export function keyOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.unknown;
}

/** What others name it by. */
function identitiesOf(resource: Resource): readonly Text[] {
  return ['id', 'arn', 'name'].map((path) => resource.value(path)).filter(isText);
}

function nameOfText(text: Exclude<Text, string>): string {
  return 'unknown' in text ? text.unknown : text.toString();
}
