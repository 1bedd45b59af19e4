import type { Route } from '@culvert/packet-filter';
import { AddressSet } from '@culvert/packet-set';
import { TRUE } from '@culvert/symbolic';
import type { TransitGatewayAttachment, TransitGatewayRouteTable } from '../gateways';
import { allAttachments } from './attachment-links';
import { type Attachment } from './attachments';
import { grouped, once } from './by-id';
import { componentKnownById, idOf } from './component';
import { keyOf } from './reference';
import type { Source } from './source';
import { knownTransitGateways } from './transit-gateway-defaults';
import { addressesBehind } from './transit-gateway-routes';

/** A Transit Gateway of others that the context says to lead to ranges on-prem. */
export interface LedGateway {
  readonly id: string;
  /** The table for what comes from here. */
  readonly outward: TransitGatewayRouteTable;
  /** The table for what comes from on-prem. */
  readonly inward: TransitGatewayRouteTable;
  /** Where on-prem is attached. */
  readonly onPrem: TransitGatewayAttachment;
}

/** Those of the context that no document manages, by id. */
export const ledGateways = once((source: Source): ReadonlyMap<string, LedGateway> => {
  const { graph, context } = source;
  const attached = grouped(
    allAttachments(graph).map((attachment) => [keyOf(attachment.transitGateway), attachment]),
  );
  const led = (context.transitGateways ?? []).flatMap(({ transitGateway, reaches }) => {
    const resource = graph.at(transitGateway);
    const id = resource === undefined ? transitGateway : idOf(graph, resource);
    if (knownTransitGateways(graph).get(id)?.mode === 'managed') return [];
    return [[id, ledGateway(source, id, reaches, attached.get(id) ?? [])] as const];
  });
  return new Map(led);
});

function ledGateway(
  source: Source,
  id: string,
  reaches: readonly string[],
  attached: readonly Attachment[],
): LedGateway {
  const attachment = componentKnownById(`on-prem behind ${id}`);
  const table = (name: string, routes: readonly Route[]): TransitGatewayRouteTable => ({
    ...componentKnownById(name),
    transitGateway: id,
    routes,
    missing: [],
  });
  const unknown = `routes of ${id}`;
  const elsewhere = AddressSet.of(...reaches)
    .complement()
    .ranges();
  const outward = table(`${id} to on-prem`, [
    ...reaches.map((destination) => ({ name: 'context', destination, target: attachment.id })),
    { name: unknown, destination: { unknown, within: elsewhere }, target: unknown },
  ]);
  const inward = table(
    `${id} from on-prem`,
    attached.flatMap((each) =>
      addressesBehind(source, each).map((destination) => ({
        name: 'context',
        destination,
        target: each.component.id,
      })),
    ),
  );
  const onPrem: TransitGatewayAttachment = {
    ...attachment,
    kind: 'direct-connect',
    transitGateway: id,
    accepted: TRUE,
    association: inward.id,
    announced: AddressSet.of(...reaches),
    missing: [],
  };
  return { id, outward, inward, onPrem };
}
