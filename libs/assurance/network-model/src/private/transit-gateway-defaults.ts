import { type Truth, unknownFor } from '@culvert/symbolic';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { once } from './by-id';
import { idOf } from './component';
import { dataOf, resourcesOf } from './of-type';
import { keyOf, refOf } from './reference';
import { truthOf } from './truth';

/** What happens to attachments of which nobody says otherwise. */
export interface TableDefault {
  readonly enabled: Truth;
  readonly table: Ref;
}

export interface GatewayDefaults {
  readonly association: TableDefault;
  readonly propagation: TableDefault;
}

/** The Transit Gateways that documents tell more of than the id, by id. */
export const knownTransitGateways = once(
  (graph: ResourceGraph): ReadonlyMap<string, Resource> =>
    new Map(
      [
        ...dataOf(graph, 'aws_ec2_transit_gateway'),
        ...resourcesOf(graph, 'aws_ec2_transit_gateway'),
      ].map((gateway) => [idOf(graph, gateway), gateway]),
    ),
);

/** A gateway's default route tables, and whether attachments go there. */
export function defaultsOf(graph: ResourceGraph, gateway: Ref): GatewayDefaults {
  const id = keyOf(gateway);
  const resource = knownTransitGateways(graph).get(id);
  const byDefault = (what: 'association' | 'propagation'): TableDefault => ({
    enabled: resource
      ? truthOf(graph, resource, `default_route_table_${what}`, true)
      : unknownFor(`default ${what} of ${id}`),
    table:
      chosen(graph, `aws_ec2_transit_gateway_default_route_table_${what}`).get(id) ??
      (resource
        ? idOf(graph, resource, `${what}_default_route_table_id`)
        : { unknown: `default ${what} of ${id}` }),
  });
  return { association: byDefault('association'), propagation: byDefault('propagation') };
}

/** Default route tables that are another than the one AWS made, by gateway. */
function chosen(graph: ResourceGraph, type: string): ReadonlyMap<string, Ref> {
  return new Map(
    graph.resources(type).flatMap((resource) => {
      const gateway = refOf(resource, 'transit_gateway_id');
      const table = refOf(resource, 'transit_gateway_route_table_id');
      return gateway === undefined || table === undefined ? [] : [[keyOf(gateway), table] as const];
    }),
  );
}
