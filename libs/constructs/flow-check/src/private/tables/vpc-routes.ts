import type { Block, Configuration } from '../configuration';
import { Ipv4Range } from '../ipv4-range';
import type { Candidate } from '../longest-match';

/** A route of a VPC's route table. */
export interface VpcRoute extends Candidate {
  readonly address: string;
  /** The Transit Gateway it leads to; `undefined` when it leads elsewhere. */
  readonly gateway: string | undefined;
}

export interface VpcRouteTable {
  readonly id: string;
  readonly routes: readonly VpcRoute[];
  /** What may be a route of the table, but could not be read. */
  readonly unread: readonly string[];
}

export function readVpcRouteTables(
  configuration: Configuration,
): ReadonlyMap<string, VpcRouteTable> {
  const routes = configuration
    .blocks('aws_route')
    .filter(({ arguments: { destination_ipv6_cidr_block } }) => !destination_ipv6_cidr_block);
  return new Map(
    configuration.single('aws_route_table').map((table) => {
      const own = routes.filter(
        ({ arguments: { route_table_id } }) =>
          configuration.identify(route_table_id) === table.address,
      );
      const read = own.map((block) => readRoute(configuration, block));
      return [
        table.address,
        {
          id: table.address,
          routes: read.filter((route) => typeof route !== 'string'),
          unread: [...read.filter((route) => typeof route === 'string'), ...inlineRoutes(table)],
        },
      ];
    }),
  );
}

/** The ids of the route tables that each subnet is associated with. */
export function readSubnetRouteTables(
  configuration: Configuration,
): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const { arguments: args } of configuration.single('aws_route_table_association')) {
    const subnet = configuration.identify(args['subnet_id']);
    const table = configuration.identify(args['route_table_id']);
    if (subnet !== undefined && table !== undefined) {
      tables.set(subnet, [...(tables.get(subnet) ?? []), table]);
    }
  }
  return tables;
}

function readRoute(configuration: Configuration, block: Block): VpcRoute | string {
  const { address, arguments: args, repeated } = block;
  const range = Ipv4Range.parse(configuration.identify(args['destination_cidr_block']));
  if (range === undefined || repeated) {
    return args['destination_prefix_list_id'] === undefined
      ? address
      : `${address} (a prefix list)`;
  }
  return { address, range, rank: 0, gateway: configuration.identify(args['transit_gateway_id']) };
}

function inlineRoutes({ address, arguments: args }: Block): readonly string[] {
  return ['route', 'propagating_vgws']
    .filter((name) => !isEmpty(args[name]))
    .map((name) => `${address}.${name}`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
