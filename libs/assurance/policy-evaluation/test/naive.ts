import type { Json, RawPolicies, RawStatement } from './universe';

/** A request in which everything is known. */
export interface KnownRequest {
  readonly caller: 'user' | 'session' | 'anonymous';
  readonly names: { readonly self: string; readonly origin?: string; readonly account: string };
  readonly action: string;
  readonly resource: string;
  readonly sameAccount: boolean;
  readonly keys: Readonly<Record<string, readonly string[] | undefined>>;
}

/** Decides like AWS for the small universe of these tests, once everything is known. */
export function naive(request: KnownRequest, policies: RawPolicies<string>): 'ALLOW' | 'DENY' {
  const ofCaller = request.caller === 'anonymous' ? {} : policies;
  const said = (statements: readonly RawStatement<string>[] | undefined, effect: string) =>
    (statements ?? []).filter((each) => each.Effect === effect && applies(request, each));
  const all = [
    ofCaller.identity,
    policies.resource,
    ofCaller.boundary,
    ofCaller.session,
    ofCaller.serviceControl,
    policies.endpoint,
  ];
  for (const statements of all) {
    if (said(statements, 'Deny').length > 0) {
      return 'DENY';
    }
  }
  const allows = (statements: readonly RawStatement<string>[] | undefined) =>
    statements === undefined || said(statements, 'Allow').length > 0;
  if (!allows(ofCaller.serviceControl) || !allows(policies.endpoint)) {
    return 'DENY';
  }
  const identity = said(ofCaller.identity, 'Allow').length > 0;
  const limits = allows(ofCaller.boundary) && allows(ofCaller.session);
  const grants = said(policies.resource, 'Allow').map(({ Principal }) => Principal ?? '*');
  if (request.caller === 'anonymous') {
    return grants.length > 0 ? 'ALLOW' : 'DENY';
  }
  if (!request.sameAccount) {
    return identity && limits && grants.length > 0 ? 'ALLOW' : 'DENY';
  }
  const { self, origin } = request.names;
  const granted = grants.some((principal) => principal === '*' || principal.AWS === self);
  const grantedToOrigin = grants.some((principal) => principal !== '*' && principal.AWS === origin);
  return granted || ((identity || grantedToOrigin) && limits) ? 'ALLOW' : 'DENY';
}

function applies(request: KnownRequest, statement: RawStatement<string>): boolean {
  const { Principal, Action, NotAction, Resource, NotResource, Condition } = statement;
  if (Principal !== undefined && Principal !== '*') {
    const { self, origin, account } = request.names;
    if (request.caller === 'anonymous' || ![self, origin, account].includes(Principal.AWS)) {
      return false;
    }
  }
  const action = (pattern: string) => glob(pattern.toLowerCase(), request.action.toLowerCase());
  const resource = (pattern: string) => glob(pattern, request.resource);
  return (
    (Action === undefined || Action.some(action)) &&
    (NotAction === undefined || !NotAction.some(action)) &&
    (Resource === undefined || Resource.some(resource)) &&
    (NotResource === undefined || !NotResource.some(resource)) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => test(operator, values, request.keys[key])),
    )
  );
}

function test(
  operator: string,
  expected: readonly string[],
  requested: readonly string[] | undefined,
): boolean {
  const [set, name] = operator.includes(':') ? operator.split(':') : [undefined, operator];
  const plain = (name ?? '').replace(/IfExists$/u, '');
  if (plain === 'Null') {
    return expected.includes(String(requested === undefined));
  }
  if (requested === undefined && name?.endsWith('IfExists')) {
    return true;
  }
  const negated = plain.includes('Not');
  const like = (value: string) =>
    expected.some((pattern) => compare(plain.replace('Not', ''), pattern, value)) !== negated;
  if (set !== undefined) {
    const isEmpty = (requested ?? []).every((value) => value === '');
    const found = isEmpty ? [] : (requested ?? []);
    return set === 'ForAllValues' ? found.every(like) : found.some(like);
  }
  return requested === undefined ? negated : requested.every(like);
}

function compare(operator: string, pattern: string, value: string): boolean {
  switch (operator) {
    case 'StringEquals':
      return pattern === value;
    case 'StringEqualsIgnoreCase':
      return pattern.toLowerCase() === value.toLowerCase();
    case 'StringLike':
      return glob(pattern, value);
    case 'NumericLessThan':
      return Number(value) < Number(pattern);
    default:
      throw new Error(`the naive evaluation does not know ${operator}`);
  }
}

function glob(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'su').test(text);
}

/** Every symbol in a JSON value replaced. */
export function substitute(json: Json, values: ReadonlyMap<string, string>): Json {
  if (Array.isArray(json)) {
    return json.map((each: Json) => substitute(each, values));
  }
  if (typeof json !== 'object' || json === null) {
    return json;
  }
  const symbol = (json as { readonly unknown?: Json }).unknown;
  return typeof symbol === 'string'
    ? (values.get(symbol) ?? '')
    : Object.fromEntries(
        Object.entries(json).map(([key, each]) => [key, substitute(each, values)]),
      );
}
