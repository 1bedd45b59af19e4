import type { Route } from '@culvert/packet-filter';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { grouped, once } from './by-id';
import { namedBy } from './candidates';
import { idOf } from './component';
import { doubtfulRoute, unknownRoute } from './doubtful';
import { open } from './given';
import { learnedRoutes } from './learned-routes';
import { resourcesOf } from './of-type';
import { endpointPrefixList } from './prefix-lists';
import { blocksOf, type Fields, factOf, knownText, listOf, nameOf } from './read';
import { refFrom, refOf } from './reference';
import { destinationKey, routeFrom } from './route-fields';
import type { Source } from './source';

type RouteOfTable = readonly [table: string, route: Route];

const OWN_TYPES = ['aws_route_table', 'aws_default_route_table'];
const ROUTE_FIELDS = [
  'destination_cidr_block',
  'destination_ipv6_cidr_block',
  'destination_prefix_list_id',
  'gateway_id',
  'nat_gateway_id',
  'transit_gateway_id',
  'vpc_peering_connection_id',
  'vpc_endpoint_id',
  'egress_only_gateway_id',
  'carrier_gateway_id',
  'local_gateway_id',
  'core_network_arn',
  'network_interface_id',
  'state',
];

/** The routes of each table but local ones, by the table's id. */
export const routesOfTables = once((source: Source): ReadonlyMap<string, readonly Route[]> =>
  grouped([
    ...inlineRoutes(source),
    ...standaloneRoutes(source),
    ...endpointRoutes(source),
    ...propagatedRoutes(source),
  ]),
);

/** Inline routes, without those that stand alone: a refreshed table lists them, too. */
function inlineRoutes(source: Source): readonly RouteOfTable[] {
  const { graph } = source;
  const alone = new Set(
    formerly(graph, 'aws_route').map(
      (before) => `${String(before['route_table_id'])} ${destinationOf(before)}`,
    ),
  );
  return resourcesOf(graph, ...OWN_TYPES).flatMap((table) => {
    const id = idOf(graph, table);
    const value = open(graph, table, 'route');
    const routes = blocksOf(value).flatMap((fields, index) => {
      const name = factOf(graph, table, ['route', index]);
      return alone.has(`${id} ${destinationOf(fields)}`)
        ? []
        : (routeFrom(source, name, fields) ?? []);
    });
    const isWritten = table.isConfigured('route') !== false;
    const isUnknown = isWritten && value !== undefined && value !== null && !Array.isArray(value);
    const unknown = isUnknown ? [unknownRoute(factOf(graph, table, 'route'))] : [];
    return [...routes, ...unknown].map((route) => [id, route] as const);
  });
}

function standaloneRoutes(source: Source): readonly RouteOfTable[] {
  const { graph } = source;
  return resourcesOf(graph, 'aws_route').flatMap((resource) => {
    const fields = Object.fromEntries(
      ROUTE_FIELDS.map((attribute) => [attribute, open(graph, resource, attribute)]),
    );
    const route = routeFrom(source, nameOf(graph, resource), fields);
    return route === undefined ? [] : inTable(refOf(resource, 'route_table_id'), route);
  });
}

/** Gateway endpoints put routes for their service's addresses in tables. */
function endpointRoutes(source: Source): readonly RouteOfTable[] {
  const { graph } = source;
  const gone = new Set(
    formerly(graph, 'aws_vpc_endpoint_route_table_association').map(
      (before) => `${String(before['route_table_id'])} ${String(before['vpc_endpoint_id'])}`,
    ),
  );
  const endpoints = new Map(
    resourcesOf(graph, 'aws_vpc_endpoint')
      .filter((endpoint) => (endpoint.value('vpc_endpoint_type') ?? 'Gateway') === 'Gateway')
      .map((endpoint) => [idOf(graph, endpoint), endpoint]),
  );
  const routeOf = (endpoint: Resource): Route => ({
    name: nameOf(graph, endpoint),
    destination: endpointPrefixList(source, endpoint),
    target: idOf(graph, endpoint),
  });
  const inline = [...endpoints].flatMap(([id, endpoint]) =>
    listOf(open(graph, endpoint, 'route_table_ids'))
      .map((table) => refFrom(table))
      .filter((table) => typeof table !== 'string' || !gone.has(`${table} ${id}`))
      .filter((table) => table !== factOf(graph, endpoint, 'route_table_ids'))
      .flatMap((table) => inTable(table, routeOf(endpoint))),
  );
  const associations = resourcesOf(graph, 'aws_vpc_endpoint_route_table_association');
  const standalone = associations.flatMap((association) => {
    const ref = refOf(association, 'vpc_endpoint_id');
    const endpoint = typeof ref === 'string' ? endpoints.get(ref) : undefined;
    const unknown = unknownRoute(factOf(graph, association, 'vpc_endpoint_id'));
    return inTable(refOf(association, 'route_table_id'), endpoint ? routeOf(endpoint) : unknown);
  });
  return [...inline, ...standalone];
}

function propagatedRoutes(source: Source): readonly RouteOfTable[] {
  const { graph } = source;
  const gone = new Set(
    formerly(graph, 'aws_vpn_gateway_route_propagation').map(
      (before) => `${String(before['route_table_id'])} ${String(before['vpn_gateway_id'])}`,
    ),
  );
  const inline = resourcesOf(graph, ...OWN_TYPES).flatMap((table) => {
    const id = idOf(graph, table);
    return listOf(open(graph, table, 'propagating_vgws'))
      .map((gateway) => ({ table: id, gateway: refFrom(gateway) }))
      .filter(({ gateway }) => typeof gateway !== 'string' || !gone.has(`${id} ${gateway}`))
      .filter(({ gateway }) => gateway !== factOf(graph, table, 'propagating_vgws'));
  });
  const standalone = resourcesOf(graph, 'aws_vpn_gateway_route_propagation').map((resource) => ({
    table: refOf(resource, 'route_table_id'),
    gateway: refOf(resource, 'vpn_gateway_id'),
  }));
  return [...inline, ...standalone].flatMap(({ table, gateway }) => {
    if (gateway === undefined) return [];
    if (typeof gateway !== 'string') return inTable(table, unknownRoute(gateway.unknown));
    return learnedRoutes(source, gateway).flatMap((route) =>
      inTable(table, { ...route, target: gateway }),
    );
  });
}

/** The route in its table, or in each table that it may be in, for want of a fact. */
function inTable(table: Ref | undefined, route: Route): readonly RouteOfTable[] {
  if (table === undefined) return [];
  const { ids, missing } = namedBy(table);
  return ids.map((id) => [id, missing === undefined ? route : doubtfulRoute(route, missing)]);
}

/** What the resources of a type were before, those that go included. */
function formerly(graph: ResourceGraph, type: string): readonly Fields[] {
  const gone = graph.destroyed.filter((resource) => resource.type === type);
  return [...graph.resources(type), ...gone].map(({ facts }) => facts.before);
}

function destinationOf(fields: Fields): string {
  const [destination] = [
    'destination_cidr_block',
    'cidr_block',
    'destination_ipv6_cidr_block',
    'ipv6_cidr_block',
    'destination_prefix_list_id',
  ].flatMap((attribute) => knownText(fields[attribute]) ?? []);
  return destination ?? '';
}

/** Whether a route has the destination of another: AWS allows one for each. */
export function replaces(route: Route, other: Pick<Route, 'destination'>): boolean {
  return destinationKey(route) === destinationKey(other);
}
