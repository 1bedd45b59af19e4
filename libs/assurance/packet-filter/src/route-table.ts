import { AddressSet } from '@culvert/packet-set';
import { type Truth, TRUE, unknownFor } from '@culvert/symbolic';
import type { Address, AddressList } from './address';
import { type Destination, destinationsOf } from './private/preference';

/** Where a route comes from, unless somebody wrote it; `vpc` and `connect` in Transit Gateways only. */
export type Propagation = 'vpc' | 'direct-connect' | 'connect' | 'vpn-static' | 'vpn-bgp';

/**
 * A route of a VPC or a Transit Gateway.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export interface Route {
  /** What Terraform calls the route, to find it again. */
  readonly name: string;
  readonly destination: Address | AddressList;
  /** `local`, or what packets go to, such as an attachment; undefined for a blackhole. */
  readonly target: string | undefined;
  /** @default - somebody wrote it: a static route */
  readonly propagation?: Propagation;
}

/** Addresses that a route takes: surely, whatever the unknown values are, and perhaps. */
export interface Routed {
  /** Undefined for what no route takes: such packets are dropped. */
  readonly route: Route | undefined;
  readonly surely: AddressSet;
  readonly perhaps: AddressSet;
}

export interface RouteDecision {
  /** The one that it is, or all that it may be; undefined is none. */
  readonly routes: readonly (Route | undefined)[];
  /** True if it is known, else unknown for want of these facts. */
  readonly decided: Truth;
}

/**
 * What each route takes, and what none does, leaving out those that take nothing.
 *
 * @throws {@link PacketFilterError} when a destination is no range
 */
export function routed(routes: readonly Route[]): readonly Routed[] {
  const destinations = destinationsOf(routes);
  const certain = takenByPreference(destinations.filter(({ missing }) => missing === undefined));
  const doubtful = destinations.filter(({ missing }) => missing !== undefined);
  const perRoute = routes.map((route): Routed => {
    const own = certain.filter((each) => each.route === route);
    const may = doubtful.filter((each) => each.route === route);
    const others = unionOf(doubtful.filter((each) => each.route !== route));
    const surely = AddressSet.NONE.union(...own.map((each) => each.surely));
    const perhaps = AddressSet.NONE.union(...own.map((each) => each.perhaps), unionOf(may));
    return { route, surely: surely.difference(others), perhaps };
  });
  const none: Routed = {
    route: undefined,
    surely: AddressSet.NONE.union(...perRoute.map(({ perhaps }) => perhaps)).complement(),
    perhaps: AddressSet.NONE.union(...certain.map(({ perhaps }) => perhaps)).complement(),
  };
  return [...perRoute, none].filter(({ perhaps }) => !perhaps.isEmpty);
}

/**
 * The route that packets to this address take.
 *
 * @throws {@link PacketFilterError} when a destination is no range
 * @throws PacketSetError when the text is no address
 */
export function decideRoute(routes: readonly Route[], address: string): RouteDecision {
  const taking = routed(routes).filter(({ perhaps }) => perhaps.contains(address));
  const decided = taking.some(({ surely }) => surely.contains(address));
  const facts = destinationsOf(routes).flatMap(({ addresses, missing = '' }) =>
    missing !== '' && addresses.contains(address) ? missing : [],
  );
  const names = taking.map(({ route }) => route?.name).join(', ');
  return {
    routes: taking.map(({ route }) => route),
    decided: decided
      ? TRUE
      : unknownFor(...(facts.length > 0 ? facts : [`which of ${names} AWS prefers`])),
  };
}

/** What is left for each destination by those that are preferred; what equals share, is in doubt. */
function takenByPreference(destinations: readonly Destination[]): readonly Routed[] {
  const sorted = [...destinations].sort((one, other) => one.preference - other.preference);
  let open = AddressSet.ALL;
  const taken: Routed[] = [];
  for (let start = 0; start < sorted.length;) {
    const preference = sorted[start]?.preference;
    const equals = sorted.slice(start).filter((each) => each.preference === preference);
    for (const { route, addresses } of equals) {
      const perhaps = addresses.intersection(open);
      const shared = unionOf(equals.filter((each) => each.route !== route));
      taken.push({ route, perhaps, surely: perhaps.difference(shared) });
    }
    open = open.difference(unionOf(equals));
    start += equals.length;
  }
  return taken;
}

function unionOf(destinations: readonly Destination[]): AddressSet {
  return AddressSet.NONE.union(...destinations.map(({ addresses }) => addresses));
}
