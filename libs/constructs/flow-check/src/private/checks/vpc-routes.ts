import type { Finding } from '../finding';
import type { Graph } from '../graph';
import type { Ipv4Range } from '../ipv4-range';
import { longestMatches } from '../longest-match';
import type { Side, VpcSide } from '../side';
import type { VpcRouteTable } from '../tables/vpc-routes';

/** Whether packets go towards the flow's target, or are answers to its source. */
export type Heading = 'forward' | 'return';

/** How a VPC's packets leave it. */
export interface Departure {
  /** The Transit Gateways that the route tables lead to. */
  readonly gateways: readonly string[];
  readonly findings: readonly Finding[];
}

/** The route table of every subnet concerned leads to the other end by way of a Transit Gateway. */
export function departFromVpc(
  graph: Graph,
  heading: Heading,
  side: VpcSide,
  other: Side,
): Departure {
  const attached = side.attachments.flatMap(({ gateways }) => gateways);
  const departures = side.subnets.flatMap(({ id }) => {
    const [tableId, second] = graph.subnetRouteTables.get(id) ?? [];
    const table = graph.vpcRouteTables.get(tableId ?? '');
    if (table === undefined || second !== undefined) {
      return { gateways: [], findings: [unassociated(id, second)] };
    }
    return [
      { gateways: [], findings: unreadRoutes(table) },
      ...other.ranges.map((range) => routesTo(table, { heading, range, attached })),
    ];
  });
  return {
    gateways: [...new Set(departures.flatMap(({ gateways }) => gateways))],
    findings: departures.flatMap(({ findings }) => findings),
  };
}

interface Destination {
  readonly heading: Heading;
  readonly range: Ipv4Range;
  /** The Transit Gateways the VPC is attached to. */
  readonly attached: readonly string[];
}

function routesTo(table: VpcRouteTable, { heading, range, attached }: Destination): Departure {
  const matches = longestMatches(range, table.routes);
  const whole = matches.length === 1;
  const findings = matches.flatMap(({ ranges, routes }): readonly Finding[] => {
    const [route] = routes;
    if (route === undefined) {
      const gap = whole ? range.cidr : `all of ${range.cidr}, such as ${ranges[0]?.cidr}`;
      return [
        {
          what: `no ${heading} route to ${gap}`,
          where: table.id,
          remedy: `add an aws_route with destination_cidr_block "${range.cidr}" and transit_gateway_id of ${gatewayNames(attached)}`,
        },
      ];
    }
    return routes.some(({ gateway }) => gateway === undefined)
      ? [
          {
            what: `the ${heading} route to ${ranges[0]?.cidr} does not lead to a Transit Gateway of the stack`,
            where: table.id,
            remedy: `give ${route.address} the transit_gateway_id of ${gatewayNames(attached)}`,
          },
        ]
      : [];
  });
  const gateways = matches.flatMap(({ routes }) => routes.flatMap(({ gateway }) => gateway ?? []));
  return { gateways, findings };
}

function unassociated(subnet: string, second: string | undefined): Finding {
  return second === undefined
    ? {
        what: 'no route table is associated with the subnet; main route tables are not read',
        where: subnet,
        remedy: 'add an aws_route_table_association with a route table of the stack',
      }
    : {
        what: 'more than one route table is associated with the subnet',
        where: subnet,
        remedy: 'keep one aws_route_table_association',
      };
}

function unreadRoutes(table: VpcRouteTable): readonly Finding[] {
  return table.unread.map((unread) => ({
    what: `the routes of ${unread} could not be read`,
    where: table.id,
    remedy: 'state each as an aws_route with a literal destination_cidr_block',
  }));
}

function gatewayNames(attached: readonly string[]): string {
  return attached.length === 0 ? 'a Transit Gateway' : attached.join(' or ');
}
