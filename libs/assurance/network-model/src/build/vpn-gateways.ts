import type { VpnGateway } from '../gateways';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import { gatewayRouteTables } from '../private/gateway-route-tables';
import { given } from '../private/given';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import { keyOf, refFrom, refOf } from '../private/reference';
import type { Source } from '../private/source';

/** Virtual private gateways. */
export function vpnGateways({ graph }: Source): ById<VpnGateway> {
  const attached = new Map(
    resourcesOf(graph, 'aws_vpn_gateway_attachment').flatMap((attachment) => {
      const gateway = refOf(attachment, 'vpn_gateway_id');
      const vpc = refOf(attachment, 'vpc_id');
      return gateway === undefined || vpc === undefined ? [] : [[keyOf(gateway), vpc] as const];
    }),
  );
  const tables = gatewayRouteTables(graph);
  return byId<VpnGateway>(
    resourcesOf(graph, 'aws_vpn_gateway').map((resource) => {
      const component = componentOf(graph, resource);
      const vpc = attached.get(component.id) ?? refFrom(given(graph, resource, 'vpc_id'));
      return { ...component, vpc, ...tables.get(component.id) };
    }),
    dataOf(graph, 'aws_vpn_gateway').map((resource) => {
      const component = componentOf(graph, resource);
      const vpc = attached.get(component.id) ?? refOf(resource, 'attached_vpc_id');
      return { ...component, vpc, ...tables.get(component.id) };
    }),
    mentioned(graph, 'vgw').map((id) => ({
      ...componentKnownById(id),
      vpc: attached.get(id) ?? { unknown: `VPC of ${id}` },
      ...tables.get(id),
    })),
  );
}
