import type { Route } from '@culvert/packet-filter';
import type { Resource } from '@culvert/terraform-graph';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { unknownRoute } from '../private/doubtful';
import { open } from '../private/given';
import { mentioned } from '../private/mentions';
import { missingOfRoutes } from '../private/missing-of-routes';
import { dataOf, resourcesOf } from '../private/of-type';
import { blocksOf, factOf, nameOf } from '../private/read';
import { keyOf, refOf } from '../private/reference';
import { PUBLIC_RANGES } from '../private/public-ranges';
import { routeFrom } from '../private/route-fields';
import { replaces, routesOfTables } from '../private/routes-of-tables';
import type { Source } from '../private/source';
import { vpcAddresses } from '../private/vpc-addresses';
import { madeVpcs } from '../private/vpc-defaults';
import type { RouteTable } from '../vpc';

/** Route tables that are managed, made by AWS with a VPC, read, or known by their id only. */
export function routeTables(source: Source): ById<RouteTable> {
  const { graph } = source;
  const defaultOf = new Map(
    resourcesOf(graph, 'aws_vpc', 'aws_default_vpc').map((vpc) => [
      idOf(graph, vpc, 'default_route_table_id'),
      idOf(graph, vpc),
    ]),
  );
  const vpcOf = (table: Resource, id: string) =>
    defaultOf.get(id) ?? keyOf(refOf(table, 'vpc_id') ?? `VPC of ${id}`);
  const managed = resourcesOf(graph, 'aws_route_table', 'aws_default_route_table').map((table) => {
    const component = componentOf(graph, table);
    return withRoutes(source, { ...component, vpc: vpcOf(table, component.id) });
  });
  const made = madeVpcs(graph).map((vpc) =>
    withRoutes(source, {
      ...componentOf(graph, vpc, idOf(graph, vpc, 'default_route_table_id')),
      name: factOf(graph, vpc, 'default_route_table_id'),
      vpc: idOf(graph, vpc),
    }),
  );
  const read = dataOf(graph, 'aws_route_table').map((table) => {
    const component = componentOf(graph, table, idOf(graph, table, 'route_table_id'));
    return withRead(source, { ...component, vpc: vpcOf(table, component.id) }, table);
  });
  const foreign = [
    ...defaultOf.keys(),
    ...mentioned(graph, 'rtb'),
    ...routesOfTables(source).keys(),
  ];
  const known = foreign.map((id) =>
    withUnknown(source, {
      ...componentKnownById(id),
      vpc: defaultOf.get(id) ?? `VPC of ${id}`,
    }),
  );
  return byId(managed, made, read, known);
}

type Table = Omit<RouteTable, 'routes' | 'missing'>;

function withRoutes(source: Source, table: Table): RouteTable {
  const routes = routesOfTables(source).get(table.id) ?? [];
  return complete(table, [...localRoutes(source, table.vpc), ...routes]);
}

/** A data source lists neither local routes nor those of gateway endpoints and VPN gateways. */
function withRead(source: Source, table: Table, resource: Resource): RouteTable {
  const value = open(source.graph, resource, 'routes');
  if (!Array.isArray(value)) return withUnknown(source, table);
  const name = nameOf(source.graph, resource);
  const listed = blocksOf(value).flatMap(
    (fields, index) => routeFrom(source, `${name}.routes[${index}]`, fields) ?? [],
  );
  const written = routesOfTables(source).get(table.id) ?? [];
  const others = listed.filter((route) => !written.some((own) => replaces(own, route)));
  const local = localRoutes(source, table.vpc);
  return complete(table, [...local, ...others, ...written, ...unlisted(source, name)]);
}

/** Routes that are there, perhaps, and that no data source lists. */
function unlisted({ context }: Source, name: string): readonly Route[] {
  const [ofEndpoints, propagated] = [`endpoint routes of ${name}`, `routes propagated to ${name}`];
  const onPrem = context.onPrem === undefined ? {} : { within: context.onPrem };
  return [
    {
      name: ofEndpoints,
      destination: { unknown: ofEndpoints, within: PUBLIC_RANGES },
      target: ofEndpoints,
    },
    {
      name: propagated,
      destination: { unknown: propagated, ...onPrem },
      target: propagated,
      propagation: 'vpn-bgp',
    },
  ];
}

function withUnknown(source: Source, table: Table): RouteTable {
  const local = vpcAddresses(source).has(table.vpc) ? localRoutes(source, table.vpc) : [];
  const routes = routesOfTables(source).get(table.id) ?? [];
  return complete(table, [...local, ...routes, unknownRoute(`routes of ${table.id}`)]);
}

/** A route to just a range of the VPC stands in for the local one. */
function complete(table: Table, all: readonly Route[]): RouteTable {
  const written = all.filter(({ target }) => target !== 'local');
  const routes = all.filter(
    (route) => route.target !== 'local' || !written.some((other) => replaces(other, route)),
  );
  const distinct = new Map(routes.map((route) => [JSON.stringify(route), route]));
  return { ...table, routes: [...distinct.values()], missing: missingOfRoutes(routes) };
}

function localRoutes(source: Source, vpc: string): readonly Route[] {
  const ranges = vpcAddresses(source).get(vpc) ?? [{ unknown: `ranges of ${vpc}` }];
  return ranges.map((destination) => ({ name: 'local', destination, target: 'local' }));
}
