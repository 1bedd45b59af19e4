import type { NamedPolicy } from '@culvert/policy-evaluation';
import {
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import { type IdentityKind, ROLE } from './identity-kinds';
import type { Links } from './links';
import { nameOf } from './names';
import { perhaps, readPolicy, unreadPolicy } from './read-policy';

/** Reads the policies that belong to one identity alone. */
export class InlinePolicies {
  public constructor(
    private readonly graph: ResourceGraph,
    private readonly links: Links,
  ) {}

  /** Those that stand alone, unless something else says that they go. */
  public apart(owner: Resource, { attribute, inline, exclusive }: IdentityKind): NamedPolicy[] {
    const kept = this.links
      .to(owner, exclusive.inline, exclusive.by, 'name')
      .filter(({ missing }) => missing.length === 0)
      .map(({ resource }) => resource.value('policy_names'))
      .find((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'));
    return this.links
      .to(owner, inline, attribute, 'name')
      .filter(({ resource }) => isKept(resource.value('name'), kept))
      .flatMap(({ resource, missing }) => {
        const named = readPolicy(this.graph, resource, 'policy', nameOf(this.graph, resource));
        return named === undefined
          ? []
          : [{ name: named.name, policy: perhaps(named.policy, ...missing) }];
      });
  }

  /** `inline_policy` of a role. */
  public ofRole(role: Resource): readonly NamedPolicy[] {
    const name = nameOf(this.graph, role);
    const blocks = role.value('inline_policy');
    if (isSymbol(blocks)) return [{ name, policy: unreadPolicy(blocks.unknown) }];
    const count = Array.isArray(blocks) ? blocks.length : 0;
    const apart = this.namesApart(role);
    return Array.from({ length: count }, (_, at) => `inline_policy[${at}]`)
      .filter((path) => !apart.has(role.value(`${path}.name`)))
      .flatMap((path) => readPolicy(this.graph, role, `${path}.policy`, name) ?? []);
  }

  /** The names of policies that stand alone, or did: the blocks of the state before repeat them. */
  private namesApart(role: Resource): ReadonlySet<Value | undefined> {
    if (role.isConfigured('inline_policy') !== false) return new Set();
    const destroyed = this.destroyed.get(role.value('name') ?? null) ?? [];
    const apart = this.links.to(role, ROLE.inline, ROLE.attribute, 'name');
    return new Set([...apart.map(({ resource }) => resource), ...destroyed].map(named));
  }

  /** The policies that the plan takes away, by the role's name. */
  private get destroyed(): ReadonlyMap<Value, readonly Resource[]> {
    if (this.#destroyed !== undefined) return this.#destroyed;
    const destroyed = new Map<Value, Resource[]>();
    for (const resource of this.graph.destroyed) {
      if (resource.type !== ROLE.inline) continue;
      const role = resource.value('role') ?? null;
      const others = destroyed.get(role) ?? [];
      others.push(resource);
      destroyed.set(role, others);
    }
    return (this.#destroyed = destroyed);
  }

  #destroyed: ReadonlyMap<Value, readonly Resource[]> | undefined;
}

function named(policy: Resource): Value | undefined {
  return policy.value('name');
}

function isKept(name: Value | undefined, kept: Value | undefined): boolean {
  return !Array.isArray(kept) || !isText(name) || kept.includes(name);
}
