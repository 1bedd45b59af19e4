import type { NamedPolicy } from '@culvert/policy-evaluation';
import { isText, Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import type { Identity } from '../identity';
import type { Reference } from '../requests';
import { AttachedPolicies } from './attached-policies';
import { callerNamed, callerOf } from './callers';
import { GROUP, type IdentityKind, ROLE, USER } from './identity-kinds';
import { InlinePolicies } from './inline-policies';
import type { Link, Links } from './links';
import type { Lookup } from './lookup';
import { nameOf, shown } from './names';
import { perhaps, unreadPolicy } from './read-policy';

const TYPES = ['aws_iam_role', 'aws_iam_user'];

/** Reads what identities may do. */
export class Identities {
  private readonly known = new Map<Resource, Identity>();
  private readonly inline: InlinePolicies;
  private readonly attached: AttachedPolicies;

  public constructor(
    private readonly graph: ResourceGraph,
    private readonly lookup: Lookup,
    private readonly links: Links,
  ) {
    this.inline = new InlinePolicies(graph, links);
    this.attached = new AttachedPolicies(graph, lookup, links);
  }

  /** The identities that the documents have. */
  public get all(): readonly Identity[] {
    return TYPES.flatMap((type) => this.graph.resources(type)).map((each) => this.of(each));
  }

  public of(reference: Reference): Identity {
    const found = this.lookup.find(reference, ...TYPES) ?? this.roleOf(reference);
    if (found === undefined) return foreign(reference);
    const identity = this.known.get(found) ?? this.read(found);
    this.known.set(found, identity);
    return identity;
  }

  /** The role of a function or an instance profile. */
  private roleOf(reference: Reference): Resource | undefined {
    const holder = this.lookup.find(reference, 'aws_lambda_function', 'aws_iam_instance_profile');
    return holder?.referenced('role').find(({ type }) => TYPES.includes(type));
  }

  private read(resource: Resource): Identity {
    const name = nameOf(this.graph, resource);
    const isRole = resource.type === 'aws_iam_role';
    const [boundary] = this.attached.at(resource, 'permissions_boundary');
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
      return [{ name, policy: unreadPolicy(`policies of ${name}`) }, ...this.apart(role, ROLE)];
    }
    return [...this.inline.ofRole(role), ...this.attached.ofRole(role), ...this.apart(role, ROLE)];
  }

  private ofUser(user: Resource, name: string): readonly NamedPolicy[] {
    const groups = this.groupsOf(user);
    return [
      ...this.apart(user, USER),
      ...groups.flatMap(({ group, missing }) =>
        this.ofGroup(group, name).map(({ name: policyName, policy }) => ({
          name: policyName,
          policy: perhaps(policy, ...missing),
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
      : this.apart(group, GROUP);
  }

  /** Policies that stand alone, and attachments. */
  private apart(owner: Resource, kind: IdentityKind): readonly NamedPolicy[] {
    return [...this.inline.apart(owner, kind), ...this.attached.apart(owner, kind)];
  }
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

function textsOf(tags: Value | undefined): Readonly<Record<string, string>> {
  if (typeof tags !== 'object' || tags === null || Array.isArray(tags) || isText(tags)) return {};
  return Object.fromEntries(
    Object.entries(tags).filter((tag): tag is [string, string] => typeof tag[1] === 'string'),
  );
}
