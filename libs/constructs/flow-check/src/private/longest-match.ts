import type { Ipv4Range } from './ipv4-range';

/** A route as far as its choice depends on it. */
export interface Candidate {
  readonly range: Ipv4Range;
  /** Decides between routes of equal length: the lowest wins. */
  readonly rank: number;
}

/** The parts of a range that the same routes are chosen for. */
export interface Match<Route> {
  readonly ranges: readonly Ipv4Range[];
  /** The routes chosen: none, one, or several that nothing decides between. */
  readonly routes: readonly Route[];
}

/**
 * What a route table chooses for every address of `range`: the longest match, then the lowest rank.
 * The range is halved until no route divides it, so the answer holds for each address of a part.
 */
export function longestMatches<Route extends Candidate>(
  range: Ipv4Range,
  routes: readonly Route[],
): readonly Match<Route>[] {
  const matches: { ranges: Ipv4Range[]; routes: readonly Route[] }[] = [];
  for (const part of undividedParts(range, routes)) {
    const chosen = choose(part, routes);
    const known = matches.find((match) => sameRoutes(match.routes, chosen));
    if (known === undefined) {
      matches.push({ ranges: [part], routes: chosen });
    } else {
      known.ranges.push(part);
    }
  }
  return matches;
}

function undividedParts(range: Ipv4Range, routes: readonly Candidate[]): readonly Ipv4Range[] {
  const dividing = routes.filter(
    (route) => route.range.prefix > range.prefix && range.contains(route.range),
  );
  return dividing.length === 0
    ? [range]
    : range.halves().flatMap((half) => undividedParts(half, dividing));
}

function choose<Route extends Candidate>(part: Ipv4Range, routes: readonly Route[]): Route[] {
  const matching = routes.filter((route) => route.range.contains(part));
  const prefix = Math.max(...matching.map((route) => route.range.prefix));
  const longest = matching.filter((route) => route.range.prefix === prefix);
  const rank = Math.min(...longest.map((route) => route.rank));
  return longest.filter((route) => route.rank === rank);
}

function sameRoutes<Route>(some: readonly Route[], others: readonly Route[]): boolean {
  return some.length === others.length && some.every((route) => others.includes(route));
}
