import type { Api, ApiMethod } from '@culvert/network-model';
import type { HttpRequest } from '../request';

/**
 * The methods that may take the request: of a path, the most specific that matches; without one, all.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function methodsFor(api: Api, { method, path }: HttpRequest): readonly ApiMethod[] {
  const takesMethod = (each: ApiMethod) =>
    method === undefined || each.method === 'ANY' || each.method === method.toUpperCase();
  if (path === undefined) {
    return bestMethods(api.methods.filter(takesMethod), method);
  }
  // A REST API chooses the resource first; an HTTP API looks at the method as well.
  const candidates = api.kind === 'REST' ? api.methods : api.methods.filter(takesMethod);
  const ranked = candidates
    .map((each) => ({ each, ranks: ranksOf(each.path, path) }))
    .filter(({ ranks }) => ranks !== undefined)
    .sort((one, other) => compare(one.ranks ?? [], other.ranks ?? []));
  const [first] = ranked;
  const best = ranked
    .filter(({ ranks }) => compare(ranks ?? [], first?.ranks ?? []) === 0)
    .map(({ each }) => each)
    .filter(takesMethod);
  return bestMethods(best, method);
}

/** `GET` goes before `ANY` on the same path. */
function bestMethods(
  methods: readonly ApiMethod[],
  method: string | undefined,
): readonly ApiMethod[] {
  return method === undefined
    ? methods
    : methods.filter(
        (each) =>
          each.method !== 'ANY' ||
          !methods.some((other) => other.path === each.path && other.method !== 'ANY'),
      );
}

const STATIC = 0;
const VARIABLE = 1;
const GREEDY = 2;
const DEFAULT = 3;

/** How specific each segment is that takes the path; undefined if it does not. */
function ranksOf(template: string, path: string): readonly number[] | undefined {
  if (template === '$default') {
    return [DEFAULT];
  }
  const wanted = segmentsOf(template);
  const given = segmentsOf(path.split('?')[0] ?? path);
  const ranks: number[] = [];
  for (const [index, segment] of wanted.entries()) {
    const value = given[index];
    if (value === undefined) {
      return undefined;
    }
    if (/^\{[^}]*\+\}$/u.test(segment)) {
      return [...ranks, GREEDY];
    }
    if (!/^\{[^}]*\}$/u.test(segment) && segment !== value) {
      return undefined;
    }
    ranks.push(segment === value ? STATIC : VARIABLE);
  }
  return wanted.length === given.length ? ranks : undefined;
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? 0);
}
