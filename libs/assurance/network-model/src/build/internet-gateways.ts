import type { Resource } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { InternetGateway } from '../gateways';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { gatewayRouteTables } from '../private/gateway-route-tables';
import { given } from '../private/given';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import { blocksOf } from '../private/read';
import { keyOf, refFrom, refOf } from '../private/reference';
import type { Source } from '../private/source';

/** Internet gateways, and those for egress over IPv6 only. */
export function internetGateways({ graph }: Source): ById<InternetGateway> {
  const attached = new Map(
    resourcesOf(graph, 'aws_internet_gateway_attachment').flatMap((attachment) => {
      const gateway = refOf(attachment, 'internet_gateway_id');
      const vpc = refOf(attachment, 'vpc_id');
      return gateway === undefined || vpc === undefined ? [] : [[keyOf(gateway), vpc] as const];
    }),
  );
  const gateway = (resource: Resource, vpc: Ref | undefined, egressOnly: boolean) => ({
    ...componentOf(graph, resource),
    vpc: attached.get(idOf(graph, resource)) ?? vpc,
    egressOnly,
    ...gatewayRouteTables(graph).get(idOf(graph, resource)),
  });
  return byId<InternetGateway>(
    resourcesOf(graph, 'aws_internet_gateway').map((resource) =>
      gateway(resource, refFrom(given(graph, resource, 'vpc_id')), false),
    ),
    resourcesOf(graph, 'aws_egress_only_internet_gateway').map((resource) =>
      gateway(resource, refOf(resource, 'vpc_id'), true),
    ),
    dataOf(graph, 'aws_internet_gateway').map((resource) => {
      const [attachment] = blocksOf(resource.value('attachments'));
      return gateway(resource, refFrom(attachment?.['vpc_id']), false);
    }),
    (['igw', 'eigw'] as const).flatMap((prefix) =>
      mentioned(graph, prefix).map((id) => ({
        ...componentKnownById(id),
        vpc: attached.get(id) ?? { unknown: `VPC of ${id}` },
        egressOnly: prefix === 'eigw',
      })),
    ),
  );
}
