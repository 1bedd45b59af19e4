import type { Route } from '@culvert/packet-filter';
import type { Resource } from '@culvert/terraform-graph';
import type { Component, Ref } from '../component';
import type { TransitGatewayRouteTable } from '../gateways';
import type { ById } from '../network';
import { gatewayOfTable } from '../private/attachment-links';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { unknownRoute } from '../private/doubtful';
import { ledGateways } from '../private/led-gateways';
import { mentioned } from '../private/mentions';
import { missingOfRoutes } from '../private/missing-of-routes';
import { dataOf, resourcesOf } from '../private/of-type';
import { factOf } from '../private/read';
import type { Source } from '../private/source';
import { defaultsOf } from '../private/transit-gateway-defaults';
import { transitGatewayRoutes } from '../private/transit-gateway-routes';

/** Transit Gateway route tables that are managed, made by AWS, read, or known by their id only. */
export function transitGatewayRouteTables(source: Source): ById<TransitGatewayRouteTable> {
  const { graph } = source;
  const known = transitGatewayRoutes(source);
  const gateways = gatewayOfTable(graph);
  const table = (component: Component, others: readonly Route[]): TransitGatewayRouteTable => {
    const { id } = component;
    const transitGateway: Ref = gateways.get(id) ?? { unknown: `Transit Gateway of ${id}` };
    const routes = [...(known.get(id) ?? []), ...others];
    return { ...component, transitGateway, routes, missing: missingOfRoutes(routes) };
  };
  const foreign = (component: Component) =>
    table(component, [unknownRoute(`routes of ${component.name}`)]);
  return byId(
    [...ledGateways(source).values()].flatMap(({ outward, inward }) => [outward, inward]),
    resourcesOf(graph, 'aws_ec2_transit_gateway_route_table').map((resource) =>
      table(componentOf(graph, resource), []),
    ),
    resourcesOf(graph, 'aws_ec2_transit_gateway').flatMap((gateway) =>
      madeTables(source, gateway).map((component) => table(component, [])),
    ),
    dataOf(graph, 'aws_ec2_transit_gateway_route_table').map((resource) =>
      foreign(componentOf(graph, resource)),
    ),
    [...mentioned(graph, 'tgw-rtb'), ...gateways.keys(), ...known.keys()].map((id) =>
      foreign(componentKnownById(id)),
    ),
  );
}

/** The tables that AWS makes with a gateway, unless it is told not to. */
function madeTables({ graph }: Source, gateway: Resource): readonly Component[] {
  const defaults = defaultsOf(graph, idOf(graph, gateway));
  return (['association', 'propagation'] as const)
    .filter((what) => defaults[what].enabled.value !== false)
    .map((what) => `${what}_default_route_table_id`)
    .map((attribute) => ({
      ...componentOf(graph, gateway, idOf(graph, gateway, attribute)),
      name: factOf(graph, gateway, attribute),
    }));
}
