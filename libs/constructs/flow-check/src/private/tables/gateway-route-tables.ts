import type { Block, Configuration } from '../configuration';
import { Ipv4Range } from '../ipv4-range';

/** A static route of a Transit Gateway's route table. */
export interface StaticRoute {
  readonly address: string;
  readonly range: Ipv4Range;
  /** The attachment it leads to; `undefined` for a blackhole. */
  readonly attachmentId: string | undefined;
}

export interface GatewayRouteTable {
  readonly id: string;
  readonly gateway: string;
  readonly staticRoutes: readonly StaticRoute[];
  /** The attachments associated with the table: their packets are routed by it. */
  readonly associated: readonly string[];
  /** The attachments that propagate their ranges into the table. */
  readonly propagating: readonly string[];
  /** What may be a route of the table, but could not be read. */
  readonly unread: readonly string[];
}

const TYPE = 'aws_ec2_transit_gateway_route_table';

export function readGatewayRouteTables(configuration: Configuration): readonly GatewayRouteTable[] {
  const of = (type: string, table: Block) =>
    configuration
      .blocks(type)
      .filter(
        ({ arguments: args }) =>
          configuration.identify(args['transit_gateway_route_table_id']) === table.address,
      );
  const attachmentsOf = (blocks: readonly Block[]) =>
    blocks
      .filter(({ repeated }) => !repeated)
      .flatMap((block) => attachmentOf(configuration, block) ?? []);

  return configuration.single(TYPE).flatMap((table) => {
    const gateway = configuration.identify(table.arguments['transit_gateway_id']);
    if (gateway === undefined) {
      return [];
    }
    const routes = of('aws_ec2_transit_gateway_route', table)
      .filter(({ arguments: args }) => !String(args['destination_cidr_block']).includes(':'))
      .map((block) => readStaticRoute(configuration, block));
    const propagations = of(`${TYPE}_propagation`, table);
    return {
      id: table.address,
      gateway,
      staticRoutes: routes.filter((route) => typeof route !== 'string'),
      associated: attachmentsOf(of(`${TYPE}_association`, table)),
      propagating: attachmentsOf(propagations),
      unread: [
        ...routes.filter((route) => typeof route === 'string'),
        ...propagations.filter(({ repeated }) => repeated).map(({ address }) => address),
        ...of('aws_ec2_transit_gateway_prefix_list_reference', table).map(
          ({ address }) => `${address} (a prefix list)`,
        ),
      ],
    };
  });
}

function attachmentOf(configuration: Configuration, { arguments: args }: Block) {
  return configuration.identify(args['transit_gateway_attachment_id']);
}

function readStaticRoute(configuration: Configuration, block: Block): StaticRoute | string {
  const { address, arguments: args, repeated } = block;
  const range = Ipv4Range.parse(configuration.identify(args['destination_cidr_block']));
  if (range === undefined || repeated) {
    return address;
  }
  const { blackhole = false } = args;
  return {
    address,
    range,
    attachmentId:
      blackhole === false
        ? (attachmentOf(configuration, block) ?? 'an attachment that is not in the stack')
        : undefined,
  };
}
