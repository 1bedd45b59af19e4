import type { Route } from '@culvert/packet-filter';

/** A route that is there or not, for want of a fact. */
export function doubtfulRoute(route: Route, unknown: string): Route {
  const { destination } = route;
  const isKnown = typeof destination === 'string';
  return { ...route, destination: isKnown ? { unknown, within: [destination] } : { unknown } };
}

/** Whatever routes that cannot be told. */
export function unknownRoute(unknown: string): Route {
  return { name: unknown, destination: { unknown }, target: unknown };
}
