import type { Route } from '@culvert/packet-filter';
import type { ResourceGraph } from '@culvert/terraform-graph';
import { addressFrom } from './address';
import { grouped, once } from './by-id';
import { idOf } from './component';
import { open } from './given';
import { resourcesOf } from './of-type';
import { factOf, nameOf } from './read';
import { keyOf, refOf } from './reference';
import type { Source } from './source';

type Learned = Omit<Route, 'target'>;

/** What a virtual private gateway learns of on-prem, and route tables that it propagates to. */
export function learnedRoutes(source: Source, gateway: string): readonly Learned[] {
  const { graph, context } = source;
  const sources = gatewaySources(graph).get(gateway) ?? [];
  const known = sources.flatMap(({ routes }) => routes ?? []);
  const open = sources.filter(({ routes }) => routes === undefined);
  const unwritten =
    sources.length === 0 ? [{ name: gateway, propagation: 'vpn-bgp' as const }] : open;
  const announced = unwritten.flatMap(({ name, propagation }): readonly Learned[] =>
    context.onPrem
      ? context.onPrem.map((destination) => ({ name, destination, propagation }))
      : [{ name, destination: { unknown: `routes announced to ${name}` }, propagation }],
  );
  return [...known, ...announced];
}

interface Learning {
  readonly name: string;
  readonly propagation: 'direct-connect' | 'vpn-bgp';
  /** Undefined where they are announced. */
  readonly routes?: readonly Learned[];
}

const gatewaySources = once((graph: ResourceGraph): ReadonlyMap<string, readonly Learning[]> => {
  const written = writtenRoutes(graph);
  const connections = resourcesOf(graph, 'aws_vpn_connection').flatMap((connection) => {
    const gateway = refOf(connection, 'vpn_gateway_id');
    if (gateway === undefined) return [];
    const isStatic = connection.value('static_routes_only') === true;
    const routes = written.get(idOf(graph, connection)) ?? [];
    const learning: Learning = {
      name: nameOf(graph, connection),
      propagation: 'vpn-bgp',
      ...(isStatic ? { routes } : {}),
    };
    return [[keyOf(gateway), learning] as const];
  });
  const associations = resourcesOf(graph, 'aws_dx_gateway_association').flatMap((association) => {
    const gateway = refOf(association, 'associated_gateway_id');
    const learning: Learning = { name: nameOf(graph, association), propagation: 'direct-connect' };
    return gateway === undefined ? [] : [[keyOf(gateway), learning] as const];
  });
  return grouped([...connections, ...associations]);
});

/** The static routes of VPN connections, by the connection's id. */
export const writtenRoutes = once((graph: ResourceGraph): ReadonlyMap<string, readonly Learned[]> =>
  grouped(
    resourcesOf(graph, 'aws_vpn_connection_route').flatMap((route) => {
      const connection = refOf(route, 'vpn_connection_id');
      const fact = factOf(graph, route, 'destination_cidr_block');
      const destination = addressFrom(open(graph, route, 'destination_cidr_block'), fact, 'IPv4');
      if (connection === undefined || destination === undefined) return [];
      const name = nameOf(graph, route);
      return [[keyOf(connection), { name, destination, propagation: 'vpn-static' }] as const];
    }),
  ),
);
