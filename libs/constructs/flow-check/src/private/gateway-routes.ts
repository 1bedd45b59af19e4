import type { Graph } from './graph';
import type { Ipv4Range } from './ipv4-range';
import type { Candidate } from './longest-match';
import type { AttachmentKind } from './tables/attachments';
import type { GatewayRouteTable } from './tables/gateway-route-tables';

/** The ranges that attachments of other things than VPCs propagate, as far as flows declare them. */
export type Propagated = ReadonlyMap<string, readonly Ipv4Range[]>;

/** A route of a Transit Gateway, static or propagated. */
export interface GatewayRoute extends Candidate {
  /** Of the resource that makes it, or what makes it. */
  readonly address: string;
  /** `undefined` for a blackhole. */
  readonly attachmentId: string | undefined;
}

/**
 * In this order at equal length; peerings propagate nothing.
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview
 */
const PROPAGATION_RANK: Readonly<Record<AttachmentKind, number | undefined>> = {
  vpc: 1,
  'direct-connect': 2,
  connect: 3,
  vpn: 4,
  unknown: 4,
  peering: undefined,
};

export function gatewayRoutes(
  graph: Graph,
  table: GatewayRouteTable,
  propagated: Propagated,
): readonly GatewayRoute[] {
  const fixed = table.staticRoutes.map((route) => ({ ...route, rank: 0 }));
  const learned = table.propagating.flatMap((attachmentId) => {
    const rank = PROPAGATION_RANK[graph.attachments.get(attachmentId)?.kind ?? 'unknown'];
    const ranges = vpcRanges(graph, attachmentId) ?? propagated.get(attachmentId) ?? [];
    return rank === undefined
      ? []
      : ranges.map((range) => ({
          address: `the propagation of ${attachmentId}`,
          range,
          rank,
          attachmentId,
        }));
  });
  return [...fixed, ...learned];
}

function vpcRanges(graph: Graph, attachmentId: string): readonly Ipv4Range[] | undefined {
  const attachment = graph.vpcAttachments.find(({ id }) => id === attachmentId);
  return graph.vpcs.get(attachment?.vpcId ?? '')?.ranges;
}
