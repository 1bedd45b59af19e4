import { type NamedPolicy, parsePolicy, type Policy } from '@culvert/policy-evaluation';
import { isUnknown, parseJsonWithSymbols, SymbolicText } from '@culvert/symbolic';
import {
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Text,
} from '@culvert/terraform-graph';
import type { Links } from './links';
import { nameOf } from './names';
import { parsed, perhaps, readPolicy, unreadPolicy } from './read-policy';
import { POLICY_PLACES, type PolicyPlace } from './resource-types';

/** Finds the policy that a resource has. */
export class ResourcePolicies {
  private readonly known = new Map<Resource, NamedPolicy | undefined>();

  public constructor(
    private readonly graph: ResourceGraph,
    private readonly links: Links,
  ) {}

  /** The resource's policy; `undefined` when it surely has none. */
  public of(resource: Resource): NamedPolicy | undefined {
    if (!this.known.has(resource)) this.known.set(resource, this.read(resource));
    return this.known.get(resource);
  }

  private read(resource: Resource): NamedPolicy | undefined {
    const place = Object.hasOwn(POLICY_PLACES, resource.type)
      ? POLICY_PLACES[resource.type]
      : undefined;
    if (place === undefined) return undefined;
    const apart = this.standalone(resource, place);
    const sure = apart.filter(({ missing }) => missing.length === 0);
    if (sure.length === 1) return sure[0]?.policy;
    const inline = sure.length === 0 ? this.inline(resource, place) : undefined;
    return apart.length === 0 ? inline : oneOf(apart, inline);
  }

  private standalone(
    resource: Resource,
    { standalone = [], names = [] }: PolicyPlace,
  ): readonly Possible[] {
    return standalone.flatMap(({ type, link, policy: path = 'policy' }) =>
      this.links.to(resource, type, link, ...names).flatMap(({ resource: holder, missing }) => {
        const policy = readPolicy(this.graph, holder, path, nameOf(this.graph, holder));
        return policy === undefined ? [] : [{ policy, missing }];
      }),
    );
  }

  private inline(resource: Resource, place: PolicyPlace): NamedPolicy | undefined {
    const name = nameOf(this.graph, resource);
    if (place.inline === undefined) return undefined;
    const isLeftOut =
      resource.mode === 'managed' &&
      resource.isConfigured(place.inline) === false &&
      (isSymbol(resource.value(place.inline)) || this.isTakenAway(resource, place));
    const policy = isLeftOut ? undefined : readPolicy(this.graph, resource, place.inline, name);
    return policy ?? this.byDefault(resource, place, name);
  }

  /** Whether the plan destroys the policy that stood alone: the state before has it in the resource too. */
  private isTakenAway(resource: Resource, { standalone = [], names = [] }: PolicyPlace): boolean {
    const own = ['id', 'arn', ...names].map((name) => resource.value(name));
    return standalone.some(({ type, link }) =>
      (this.destroyed.get(type) ?? []).some((policy) => own.includes(policy.value(link))),
    );
  }

  /** The policies that stood alone, by type. */
  private get destroyed(): ReadonlyMap<string, readonly Resource[]> {
    if (this.#destroyed !== undefined) return this.#destroyed;
    const destroyed = new Map<string, Resource[]>();
    for (const resource of this.graph.destroyed) {
      const others = destroyed.get(resource.type) ?? [];
      others.push(resource);
      destroyed.set(resource.type, others);
    }
    return (this.#destroyed = destroyed);
  }

  #destroyed: ReadonlyMap<string, readonly Resource[]> | undefined;

  /** What AWS sets where the configuration gives nothing. */
  private byDefault(resource: Resource, place: PolicyPlace, name: string): NamedPolicy | undefined {
    if (resource.mode === 'data') return { name, policy: unreadPolicy(`${name}.policy`) };
    if (resource.type === 'aws_api_gateway_rest_api') return this.inBody(resource, name);
    if (place.default === 'all') return { name, policy: EVERYTHING };
    if (place.default !== 'account') return undefined;
    const { accountId } = resource.placement;
    return {
      name,
      policy: parsePolicy({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: accountId }, Action: 'kms:*', Resource: '*' },
        ],
      }),
    };
  }

  /** The policy in an API's OpenAPI document. */
  private inBody(resource: Resource, name: string): NamedPolicy | undefined {
    const body = resource.value('body');
    if (!isText(body) || body === '') return undefined;
    if (isSymbol(body)) return { name, policy: unreadPolicy(body.unknown) };
    if (!SymbolicText.of(body).parts.some((part) => isUnknown(part) || part.includes(IN_BODY))) {
      return undefined;
    }
    const document = documentIn(body);
    if (document === undefined) {
      return { name, policy: unreadPolicy(`${IN_BODY} in ${name}.body`) };
    }
    const policy = document[IN_BODY];
    return typeof policy === 'object' && policy !== null
      ? { name, policy: parsed(policy, `${name}.body`) }
      : undefined;
  }
}

/** A policy that stands alone, and the facts that decide whether it is the resource's. */
interface Possible {
  readonly policy: NamedPolicy;
  readonly missing: readonly string[];
}

/** Several policies, of which one applies, or the resource's own. */
function oneOf(apart: readonly Possible[], own: NamedPolicy | undefined): NamedPolicy {
  const clash = apart.length > 1 ? ['which of several policies is the last that is put'] : [];
  const facts = [...new Set([...apart.flatMap(({ missing }) => missing), ...clash])];
  const all = [...apart.map(({ policy }) => policy), ...(own === undefined ? [] : [own])];
  return {
    name: all[0]?.name ?? '',
    policy: {
      version: '2012-10-17',
      statements: all.flatMap(({ policy }) => perhaps(policy, ...facts).statements),
    },
  };
}

const IN_BODY = 'x-amazon-apigateway-policy';

/** What an endpoint has by default. */
const EVERYTHING: Policy = parsePolicy({
  Version: '2008-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
});

/** The document, which may also be YAML: that is not read. */
function documentIn(body: Text): Readonly<Record<string, unknown>> | undefined {
  try {
    const document = parseJsonWithSymbols(body);
    return typeof document === 'object' && document !== null && !isUnknown(document)
      ? (document as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
