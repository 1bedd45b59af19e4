import type { ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { once } from './by-id';
import { resourcesOf } from './of-type';
import { nameOf } from './read';
import { keyOf, refOf } from './reference';

/** The route tables for what gateways bring in, by the gateway's id. */
export const gatewayRouteTables = once(
  (
    graph: ResourceGraph,
  ): ReadonlyMap<string, { readonly routeTable: Ref; readonly routeTableAssociation: string }> =>
    new Map(
      resourcesOf(graph, 'aws_route_table_association').flatMap((association) => {
        const gateway = refOf(association, 'gateway_id');
        const routeTable = refOf(association, 'route_table_id');
        return gateway === undefined || routeTable === undefined
          ? []
          : [
              [
                keyOf(gateway),
                { routeTable, routeTableAssociation: nameOf(graph, association) },
              ] as const,
            ];
      }),
    ),
);
