import type { NamedPolicy } from '@culvert/policy-evaluation';
import { isUnknown } from '@culvert/symbolic';
import {
  isSymbol,
  isText,
  Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import type { Identity } from '../identity';
import type { Reference } from '../requests';
import { awsManagedPolicy } from './aws-managed-policies';
import { callerNamed, callerOf } from './callers';
import type { Link, Links } from './links';
import type { Lookup } from './lookup';
import { nameOf, shown } from './names';
import { perhaps, readPolicy, unreadPolicy } from './read-policy';

const TYPES = ['aws_iam_role', 'aws_iam_user'];

/** Where the policies of a kind of identity stand. */
interface Kind {
  /** The standalone resources' attribute. */
  readonly attribute: string;
  readonly inline: string;
  readonly attachment: string;
  /** Of `aws_iam_policy_attachment`. */
  readonly list: string;
}

const kind = (name: string): Kind => ({
  attribute: name,
  inline: `aws_iam_${name}_policy`,
  attachment: `aws_iam_${name}_policy_attachment`,
  list: `${name}s`,
});
const ROLE = kind('role');
const USER = kind('user');
const GROUP = kind('group');

/** Reads what identities may do. */
export class Identities {
  private readonly known = new Map<Resource, Identity>();

  public constructor(
    private readonly graph: ResourceGraph,
    private readonly lookup: Lookup,
    private readonly links: Links,
  ) {}

  /** The identities that the documents have. */
  public get all(): readonly Identity[] {
    return TYPES.flatMap((type) => this.graph.resources(type)).map((each) => this.of(each));
  }

  public of(reference: Reference): Identity {
    const found = this.lookup.find(reference, ...TYPES);
    if (found === undefined) return foreign(reference);
    const identity = this.known.get(found) ?? this.read(found);
    this.known.set(found, identity);
    return identity;
  }

  private read(resource: Resource): Identity {
    const name = nameOf(this.graph, resource);
    const isRole = resource.type === 'aws_iam_role';
    const [boundary] = this.attached(resource, 'permissions_boundary');
    return {
      name,
      caller: callerOf(resource),
      policies: isRole ? this.ofRole(resource, name) : this.ofUser(resource, name),
      ...(boundary && { boundary }),
      tags: textsOf(resource.value('tags_all') ?? resource.value('tags')),
      resource,
    };
  }

  private ofRole(role: Resource, name: string): readonly NamedPolicy[] {
    if (role.mode === 'data') {
      return [
        { name, policy: unreadPolicy(`policies of ${name}`) },
        ...this.standalone(role, ROLE),
      ];
    }
    return [
      ...this.inlineBlocks(role, name),
      ...this.managed(role),
      ...this.standalone(role, ROLE),
    ];
  }

  private ofUser(user: Resource, name: string): readonly NamedPolicy[] {
    const groups = this.groupsOf(user);
    return [
      ...this.standalone(user, USER),
      ...groups.flatMap(({ group, missing }) =>
        this.ofGroup(group, name).map(({ name: policyName, policy }) => ({
          name: policyName,
          policy: missing.length === 0 ? policy : perhaps(policy, ...missing),
        })),
      ),
    ];
  }

  private groupsOf(user: Resource): { group: Resource | string; missing: readonly string[] }[] {
    const memberships: (Link & { attribute: string })[] = [
      ...this.links
        .to(user, 'aws_iam_user_group_membership', 'user', 'name')
        .map((link) => ({ ...link, attribute: 'groups' })),
      ...this.links
        .to(user, 'aws_iam_group_membership', 'users', 'name')
        .map((link) => ({ ...link, attribute: 'group' })),
    ];
    return memberships.flatMap(({ resource, missing, attribute }) => {
      const groups = resource.referenced(attribute);
      const names = [resource.value(attribute) ?? []].flat().filter(isText).map(shown);
      const found: readonly (Resource | string)[] = groups.length > 0 ? groups : names;
      return found.map((group) => ({ group, missing }));
    });
  }

  private ofGroup(group: Resource | string, user: string): readonly NamedPolicy[] {
    return typeof group === 'string'
      ? [{ name: group, policy: unreadPolicy(`policies of group ${group} of ${user}`) }]
      : this.standalone(group, GROUP);
  }

  /** `inline_policy` of the role itself. */
  private inlineBlocks(role: Resource, name: string): readonly NamedPolicy[] {
    const blocks = role.value('inline_policy');
    if (isSymbol(blocks)) return [{ name, policy: unreadPolicy(blocks.unknown) }];
    const count = Array.isArray(blocks) ? blocks.length : 0;
    return Array.from({ length: count }, (_, at) => `inline_policy[${at}].policy`).flatMap(
      (path) => readPolicy(this.graph, role, path, name) ?? [],
    );
  }

  /** What the role itself lists; what the plan detaches is in the list of the state before. */
  private managed(role: Resource): readonly NamedPolicy[] {
    const arns = role.value('managed_policy_arns');
    if (!Array.isArray(arns)) return this.attached(role, 'managed_policy_arns');
    const isOwn = role.isConfigured('managed_policy_arns') === true;
    const detached = isOwn ? undefined : this.detached.get(role.value('name') ?? null);
    const name = nameOf(this.graph, role);
    // Of a list with references, a plan does not say which literals are in it besides.
    const isOpen = role.assumptions('managed_policy_arns').length > 0;
    const others = { name, policy: unreadPolicy(`literals in ${name}.managed_policy_arns`) };
    return [
      ...(arns as readonly Value[]).flatMap((arn, at) =>
        detached?.has(arn) === true ? [] : this.attached(role, `managed_policy_arns[${at}]`),
      ),
      ...(isOpen ? [others] : []),
    ];
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

  /** Policies that stand alone, and attachments. */
  private standalone(
    owner: Resource,
    { attribute, inline, attachment, list }: Kind,
  ): NamedPolicy[] {
    const inlines = this.links.to(owner, inline, attribute, 'name').flatMap((link) => {
      const policy = readPolicy(
        this.graph,
        link.resource,
        'policy',
        nameOf(this.graph, link.resource),
      );
      return policy === undefined ? [] : [withFacts(policy, link.missing)];
    });
    const exclusive = this.exclusive(owner);
    const attachments = [
      ...this.links.to(owner, attachment, attribute, 'name'),
      ...this.links.to(owner, 'aws_iam_policy_attachment', list, 'name'),
    ];
    const arns = exclusive === undefined ? 'policy_arn' : 'policy_arns';
    return [
      ...inlines,
      ...(exclusive ?? attachments).flatMap(({ resource, missing }) => {
        const value = resource.value(arns);
        const paths = Array.isArray(value) ? value.map((_, at) => `${arns}[${at}]`) : [arns];
        return paths.flatMap((path) => this.attached(resource, path, missing));
      }),
    ];
  }

  /** What a role has attached and nothing else, when a resource says so. */
  private exclusive(owner: Resource): readonly Link[] | undefined {
    if (owner.type !== 'aws_iam_role') return undefined;
    const type = 'aws_iam_role_policy_attachments_exclusive';
    const found = this.links.to(owner, type, 'role_name', 'name');
    return found.some(({ missing }) => missing.length === 0) ? found : undefined;
  }

  /** The managed policy whose ARN an attribute holds. */
  private attached(
    holder: Resource,
    path: string,
    missing: readonly string[] = [],
  ): readonly NamedPolicy[] {
    const arn = holder.value(path);
    if (!isText(arn) || arn === '') return [];
    const policies = ['aws_iam_policy'];
    const found =
      holder.referenced(path).find(({ type }) => policies.includes(type)) ??
      this.lookup.find(arn, ...policies);
    if (found !== undefined) {
      const name = nameOf(this.graph, found);
      const policy = readPolicy(this.graph, found, 'policy', name) ?? {
        name,
        policy: unreadPolicy(`${name}.policy`),
      };
      return [withFacts(policy, missing)];
    }
    if (isUnknown(arn)) {
      return [{ name: nameOf(this.graph, holder), policy: unreadPolicy(arn.unknown) }];
    }
    const name = shown(arn);
    const known = typeof arn === 'string' ? awsManagedPolicy(arn) : undefined;
    return [withFacts({ name, policy: known ?? unreadPolicy(`content of ${name}`) }, missing)];
  }

  #detached: ReadonlyMap<Value, ReadonlySet<Value | undefined>> | undefined;
}

function foreign(reference: Reference): Identity {
  const name = reference instanceof Resource ? reference.address : shown(reference);
  const caller = callerNamed(reference instanceof Resource ? reference.address : reference);
  const hasPolicies = caller.type === 'AssumedRole' || caller.type === 'User';
  return {
    name,
    caller,
    policies: hasPolicies ? [{ name, policy: unreadPolicy(`policies of ${name}`) }] : [],
    ...(hasPolicies && {
      boundary: { name, policy: unreadPolicy(`permissions boundary of ${name}`) },
    }),
    tags: {},
  };
}

function withFacts({ name, policy }: NamedPolicy, missing: readonly string[]): NamedPolicy {
  return { name, policy: missing.length === 0 ? policy : perhaps(policy, ...missing) };
}

function textsOf(tags: Value | undefined): Readonly<Record<string, string>> {
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags) || isText(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((tag): tag is [string, string] => typeof tag[1] === 'string'),
  );
}
