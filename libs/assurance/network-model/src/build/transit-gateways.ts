import { unknownFor } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { TransitGateway } from '../gateways';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import { ledGateways } from '../private/led-gateways';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import type { Source } from '../private/source';
import { truthOf } from '../private/truth';

/** Transit Gateways that are managed, read, or known by their id only. */
export function transitGateways(source: Source): ById<TransitGateway> {
  const { graph } = source;
  const led = ledGateways(source);
  const unknownTables = (id: string, name: string) =>
    led.has(id) ? [] : [`route tables of ${name}`];
  const gateway = (resource: Resource, missing: typeof unknownTables) => {
    const component = componentOf(graph, resource);
    const attribute = 'security_group_referencing_support';
    return {
      ...component,
      securityGroupReferencing: truthOf(graph, resource, attribute, false),
      missing: missing(component.id, component.name),
    };
  };
  return byId<TransitGateway>(
    resourcesOf(graph, 'aws_ec2_transit_gateway').map((resource) => gateway(resource, () => [])),
    dataOf(graph, 'aws_ec2_transit_gateway').map((resource) => gateway(resource, unknownTables)),
    [...led.keys(), ...mentioned(graph, 'tgw')].map((id) => ({
      ...componentKnownById(id),
      securityGroupReferencing: unknownFor(`security group referencing of ${id}`),
      missing: unknownTables(id, id),
    })),
  );
}
