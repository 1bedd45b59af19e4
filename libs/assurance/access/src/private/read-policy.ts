import {
  type NamedPolicy,
  parsePolicy,
  type Policy,
  PolicyError,
} from '@culvert/policy-evaluation';
import {
  isSymbol,
  isText,
  policyDocument,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';

/** A policy of which nothing is known for want of a fact. */
export function unreadPolicy(fact: string): Policy {
  return {
    version: '2012-10-17',
    statements: [{ id: '', effect: { unknown: fact }, conditions: [], unread: [fact] }],
  };
}

/** A policy that may be one of the caller's or the resource's; whether it is depends on the facts, if any. */
export function perhaps(policy: Policy, ...facts: readonly string[]): Policy {
  if (facts.length === 0) return policy;
  return {
    ...policy,
    statements: policy.statements.map((statement) => ({
      ...statement,
      unread: [...statement.unread, ...facts],
    })),
  };
}

/** The policy in an attribute; `undefined` when there is none. */
export function readPolicy(
  graph: ResourceGraph,
  resource: Resource,
  path: string,
  name: string,
): NamedPolicy | undefined {
  const value = resource.value(path);
  const policy = readValue(graph, value, `${name}.${path}`);
  if (policy === undefined) return undefined;
  return { name, policy: resource.isSensitive(path) ? asSecret(policy) : policy };
}

/** The policy that a value is; `undefined` when it is none. */
export function readValue(
  graph: ResourceGraph,
  value: Value | undefined,
  at: string,
): Policy | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const source = policyDocument(graph, value) ?? value;
  if (isSymbol(source)) return unreadPolicy(source.unknown);
  return typeof source === 'object' || isText(source) ? parsed(source as object, at) : undefined;
}

/** A policy; where AWS would not take it, nothing is known, and no value is shown. */
export function parsed(source: string | object, at: string): Policy {
  try {
    return parsePolicy(source);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const places = error.problems.map(({ pointer }) => pointer || 'the whole').join(', ');
    return unreadPolicy(`${at}, which is no policy that AWS takes (see ${places})`);
  }
}

function asSecret(policy: Policy): Policy {
  const statements = policy.statements.map((statement, at) => ({
    ...statement,
    id: `[${at}]`,
    secret: true,
  }));
  return { ...policy, statements };
}
