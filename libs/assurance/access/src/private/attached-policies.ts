import type { NamedPolicy } from '@culvert/policy-evaluation';
import { isUnknown } from '@culvert/symbolic';
import { isText, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import { awsManagedPolicy } from './aws-managed-policies';
import { type IdentityKind, ROLE } from './identity-kinds';
import type { Link, Links } from './links';
import type { Lookup } from './lookup';
import { nameOf, shown } from './names';
import { perhaps, readPolicy, unreadPolicy } from './read-policy';

/** Reads the managed policies that identities have. */
export class AttachedPolicies {
  public constructor(
    private readonly graph: ResourceGraph,
    private readonly lookup: Lookup,
    private readonly links: Links,
  ) {}

  /** Those that attachments give. */
  public apart(owner: Resource, kind: IdentityKind): readonly NamedPolicy[] {
    const exclusive = this.exclusive(owner, kind);
    const attachments = exclusive ?? [
      ...this.links.to(owner, kind.attachment, kind.attribute, 'name'),
      ...this.links.to(owner, 'aws_iam_policy_attachment', kind.list, 'name'),
    ];
    const arns = exclusive === undefined ? 'policy_arn' : 'policy_arns';
    return attachments.flatMap(({ resource, missing }) => {
      const value = resource.value(arns);
      const paths = Array.isArray(value) ? value.map((_, at) => `${arns}[${at}]`) : [arns];
      return paths.flatMap((path) => this.at(resource, path, missing));
    });
  }

  /** What a role lists itself; what the plan detaches is in the list of the state before. */
  public ofRole(role: Resource): readonly NamedPolicy[] {
    const arns = role.value('managed_policy_arns');
    if (!Array.isArray(arns)) return this.at(role, 'managed_policy_arns');
    const isOwn = role.isConfigured('managed_policy_arns') === true;
    const detached = isOwn ? undefined : this.detached.get(role.value('name') ?? null);
    const name = nameOf(this.graph, role);
    // Of a list with references, a plan does not say which literals are in it besides.
    const isOpen = role.assumptions('managed_policy_arns').length > 0;
    const others = { name, policy: unreadPolicy(`literals in ${name}.managed_policy_arns`) };
    return [
      ...(arns as readonly Value[]).flatMap((arn, at) =>
        detached?.has(arn) === true ? [] : this.at(role, `managed_policy_arns[${at}]`),
      ),
      ...(isOpen ? [others] : []),
    ];
  }

  /** The managed policy whose ARN an attribute holds. */
  public at(
    holder: Resource,
    path: string,
    missing: readonly string[] = [],
  ): readonly NamedPolicy[] {
    const arn = holder.value(path);
    if (!isText(arn) || arn === '') return [];
    const type = 'aws_iam_policy';
    const found =
      holder.referenced(path).find((each) => each.type === type) ?? this.lookup.find(arn, type);
    if (found !== undefined) {
      const name = nameOf(this.graph, found);
      const { policy } = readPolicy(this.graph, found, 'policy', name) ?? {
        policy: unreadPolicy(`${name}.policy`),
      };
      return [{ name, policy: perhaps(policy, ...missing) }];
    }
    if (isUnknown(arn)) {
      return [{ name: nameOf(this.graph, holder), policy: unreadPolicy(arn.unknown) }];
    }
    const name = shown(arn);
    const known = typeof arn === 'string' ? awsManagedPolicy(arn) : undefined;
    return [{ name, policy: perhaps(known ?? unreadPolicy(`content of ${name}`), ...missing) }];
  }

  /** What says that nothing else is attached. */
  private exclusive(owner: Resource, { exclusive }: IdentityKind): readonly Link[] | undefined {
    const found = this.links.to(owner, exclusive.attachments, exclusive.by, 'name');
    return found.some(({ missing }) => missing.length === 0) ? found : undefined;
  }

  /** The policies that the plan detaches, by the role's name. */
  private get detached(): ReadonlyMap<Value, ReadonlySet<Value | undefined>> {
    if (this.#detached !== undefined) return this.#detached;
    const detached = new Map<Value, Set<Value | undefined>>();
    for (const resource of this.graph.destroyed) {
      if (resource.type !== ROLE.attachment) continue;
      const role = resource.value('role') ?? null;
      detached.set(role, (detached.get(role) ?? new Set()).add(resource.value('policy_arn')));
    }
    return (this.#detached = detached);
  }

  #detached: ReadonlyMap<Value, ReadonlySet<Value | undefined>> | undefined;
}
