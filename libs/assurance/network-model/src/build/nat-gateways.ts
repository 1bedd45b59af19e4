import { type Truth, truthOf, unknownFor } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { NatGateway } from '../gateways';
import type { ById } from '../network';
import { byId } from '../private/by-id';
import { componentKnownById, componentOf } from '../private/component';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import { factOf, knownText } from '../private/read';
import { refOf } from '../private/reference';
import type { Source } from '../private/source';

/** NAT gateways, public unless they say otherwise. */
export function natGateways({ graph }: Source): ById<NatGateway> {
  const gateway = (resource: Resource): NatGateway => ({
    ...componentOf(graph, resource),
    subnet: refOf(resource, 'subnet_id') ?? { unknown: factOf(graph, resource, 'subnet_id') },
    isPublic: isPublic(resource, factOf(graph, resource, 'connectivity_type')),
  });
  return byId(
    resourcesOf(graph, 'aws_nat_gateway').map(gateway),
    dataOf(graph, 'aws_nat_gateway').map(gateway),
    mentioned(graph, 'nat').map((id) => ({
      ...componentKnownById(id),
      subnet: { unknown: `subnet of ${id}` },
      isPublic: unknownFor(`connectivity type of ${id}`),
    })),
  );
}

function isPublic(resource: Resource, fact: string): Truth {
  const value = resource.value('connectivity_type');
  const kind = value === undefined || value === null ? 'public' : knownText(value);
  return kind === undefined ? unknownFor(fact) : truthOf(kind === 'public');
}
