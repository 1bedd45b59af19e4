import { AddressSet } from '@culvert/packet-set';
import { isUnknown } from '@culvert/symbolic';
import type { Route } from '../route-table';
import { entriesOf } from './bounds';
import { inRule } from './in-rule';

/** One range of a route, and what decides between it and others. */
export interface Destination {
  readonly route: Route;
  readonly addresses: AddressSet;
  /** The fact that is missing, where the addresses are only those that it may be. */
  readonly missing?: string;
  /** The lower goes first. */
  readonly preference: number;
}

const STATIC = 0;
const PREFIX_LIST = 1;
const PROPAGATED = {
  vpc: 2,
  'direct-connect': 3,
  connect: 4,
  'vpn-static': 5,
  'vpn-bgp': 6,
} as const;
const RANKS = 7;
const LONGEST = 128;

/**
 * Every range of the routes. Longer prefixes are preferred, then static routes, prefix lists and the
 * kinds of propagation; but nothing propagated is preferred to a local route.
 */
export function destinationsOf(routes: readonly Route[]): readonly Destination[] {
  const all = routes.flatMap((route) => inRule(route.name, () => rangesOf(route)));
  const local = AddressSet.NONE.union(
    ...all
      .filter(({ route, missing }) => route.target === 'local' && missing === undefined)
      .map(({ addresses }) => addresses),
  );
  return all.map((each) =>
    each.route.propagation === undefined
      ? each
      : { ...each, addresses: each.addresses.difference(local) },
  );
}

function rangesOf(route: Route): readonly Destination[] {
  const { destination, propagation } = route;
  const isList = typeof destination !== 'string' && !isUnknown(destination);
  const written = isList ? PREFIX_LIST : STATIC;
  const rank = propagation === undefined ? written : PROPAGATED[propagation];
  return entriesOf(destination).map((address): Destination => {
    if (typeof address !== 'string') {
      const { within, unknown: missing } = address;
      const addresses = within ? AddressSet.of(...within) : AddressSet.ALL;
      return { route, addresses, missing, preference: rank };
    }
    const addresses = AddressSet.of(address);
    return { route, addresses, preference: (LONGEST - prefixLength(addresses)) * RANKS + rank };
  });
}

/** Of a single range; an address, which has none, is the longest of its version. */
function prefixLength(addresses: AddressSet): number {
  const [, length] = addresses.ranges().join().split('/');
  return length === undefined ? LONGEST : Number(length);
}
