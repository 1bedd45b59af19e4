import { checkReady } from './checks/ready-attachment';
import type { Heading } from './checks/vpc-routes';
import type { Finding } from './finding';
import type { Graph } from './graph';
import { gatewayRoutes, type Propagated } from './gateway-routes';
import type { Ipv4Range } from './ipv4-range';
import { longestMatches } from './longest-match';
import type { Side } from './side';
import type { Attachment } from './tables/attachments';
import type { GatewayRouteTable } from './tables/gateway-route-tables';

/** What stays the same on the way through the gateways. */
interface Journey {
  readonly graph: Graph;
  readonly heading: Heading;
  readonly to: Side;
  readonly propagated: Propagated;
}

/** Where packets are: at a gateway, having come through an attachment. */
interface Position {
  readonly gateway: string;
  readonly through: Attachment;
  /** The gateways passed before. */
  readonly passed: readonly string[];
}

/**
 * Follows packets of one direction from a gateway to the other end: the route table that the
 * attachment is associated with, its best route, across peerings where it leads to one.
 */
export function walk(journey: Journey, position: Position, range: Ipv4Range): readonly Finding[] {
  const { graph, heading } = journey;
  const { gateway, through } = position;
  const tables = graph.gatewayRouteTables.filter(
    (table) => table.gateway === gateway && table.associated.includes(through.id),
  );
  const [table] = tables;
  if (table === undefined || tables.length > 1) {
    return [...checkReady(through), misassociated(position, heading, tables)];
  }
  const routes = gatewayRoutes(graph, table, journey.propagated);
  const matches = longestMatches(range, routes);
  return [
    ...checkReady(through),
    ...unreadRoutes(table),
    ...matches.flatMap(({ ranges, routes: chosen }) =>
      chosen.length === 0
        ? [missingRoute(journey, position, table, matches.length === 1 ? [range] : ranges, range)]
        : chosen.flatMap(({ address, attachmentId }) =>
            follow(journey, { position, table, ranges, address, attachmentId }),
          ),
    ),
  ];
}

interface Step {
  readonly position: Position;
  readonly table: GatewayRouteTable;
  readonly ranges: readonly Ipv4Range[];
  readonly address: string;
  readonly attachmentId: string | undefined;
}

function follow(journey: Journey, step: Step): readonly Finding[] {
  const { position, table, ranges, address, attachmentId } = step;
  const arrived = journey.to.attachments.find(({ id }) => id === attachmentId);
  if (arrived !== undefined) {
    return checkReady(arrived);
  }
  const next = journey.graph.attachments.get(attachmentId ?? '');
  const passed = [...position.passed, position.gateway];
  const beyond =
    next?.kind === 'peering' ? next.gateways.find((id) => !passed.includes(id)) : undefined;
  if (next !== undefined && beyond !== undefined) {
    return ranges.flatMap((range) =>
      walk(journey, { gateway: beyond, through: next, passed }, range),
    );
  }
  const part = ranges[0]?.cidr;
  return [
    {
      what:
        attachmentId === undefined
          ? `the ${journey.heading} route to ${part} is a blackhole`
          : `the ${journey.heading} route to ${part} leads to ${attachmentId} instead of ${expected(journey, position)}`,
      where: table.id,
      remedy: `remove ${address}, or add an aws_ec2_transit_gateway_route with a longer prefix to ${expected(journey, position)}`,
    },
  ];
}

function missingRoute(
  journey: Journey,
  position: Position,
  table: GatewayRouteTable,
  [gap]: readonly Ipv4Range[],
  whole: Ipv4Range,
): Finding {
  const target = expected(journey, position);
  const propagates = reachable(journey, position).some(({ kind }) => kind !== 'peering');
  const place = gap === whole ? whole.cidr : `all of ${whole.cidr}, such as ${gap?.cidr}`;
  return {
    what: `no ${journey.heading} route to ${place}`,
    where: table.id,
    remedy:
      `add an aws_ec2_transit_gateway_route with destination_cidr_block "${whole.cidr}" to ${target}` +
      (propagates ? ', or an aws_ec2_transit_gateway_route_table_propagation of it' : ''),
  };
}

function misassociated(
  { gateway, through }: Position,
  heading: Heading,
  tables: readonly GatewayRouteTable[],
): Finding {
  return tables.length === 0
    ? {
        what: `${through.id} is associated with no route table of the gateway for the ${heading} way; default associations are not read`,
        where: gateway,
        remedy: `add an aws_ec2_transit_gateway_route_table_association of ${through.id}`,
      }
    : {
        what: `${through.id} is associated with ${tables.length} route tables of the gateway`,
        where: gateway,
        remedy: 'keep one aws_ec2_transit_gateway_route_table_association',
      };
}

function unreadRoutes(table: GatewayRouteTable): readonly Finding[] {
  return table.unread.map((unread) => ({
    what: `the routes of ${unread} could not be read`,
    where: table.id,
    remedy: 'state each as an aws_ec2_transit_gateway_route with a literal destination_cidr_block',
  }));
}

/** The attachments of a gateway that lead to the other end, directly or across a peering. */
function reachable({ graph, to }: Journey, { gateway }: Position): readonly Attachment[] {
  const direct = to.attachments.filter(
    ({ gateways }) => gateways.length === 0 || gateways.includes(gateway),
  );
  return direct.length > 0
    ? direct
    : [...graph.attachments.values()].filter(
        ({ kind, gateways }) => kind === 'peering' && gateways.includes(gateway),
      );
}

function expected(journey: Journey, position: Position): string {
  const ids = reachable(journey, position).map(({ id }) => id);
  return ids.length === 0 ? 'a peering attachment' : ids.sort().join(' or ');
}
