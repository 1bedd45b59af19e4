import { FALSE, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import type { Resource } from '@culvert/terraform-graph';
import type { Peering } from '../gateways';
import type { ById } from '../network';
import { byId, grouped } from '../private/by-id';
import { componentKnownById, componentOf, idOf } from '../private/component';
import { mentioned } from '../private/mentions';
import { dataOf, resourcesOf } from '../private/of-type';
import { factOf, knownText } from '../private/read';
import { keyOf, refOf } from '../private/reference';
import type { Source } from '../private/source';

/** States from which a peering never comes back. */
const OVER = ['deleted', 'deleting', 'expired', 'failed', 'rejected'];

/** Peerings, as the requester, the accepter or a data source has them. */
export function peerings({ graph, context }: Source): ById<Peering> {
  const accepters = grouped(
    resourcesOf(graph, 'aws_vpc_peering_connection_accepter').flatMap((accepter) => {
      const peering = refOf(accepter, 'vpc_peering_connection_id');
      return peering === undefined ? [] : [[keyOf(peering), accepter] as const];
    }),
  );
  const isActive = (id: string, name: string, resource?: Resource): Truth => {
    const known = context.peerings?.find(({ peering }) => peering === id || peering === name);
    if (known?.accepted !== undefined) return known.accepted ? TRUE : FALSE;
    const own = resource === undefined ? [] : [resource];
    return activity([...own, ...(accepters.get(id) ?? [])], `acceptance of ${name}`);
  };
  const vpcOf = (resource: Resource, attribute: string) =>
    refOf(resource, attribute) ?? { unknown: factOf(graph, resource, attribute) };
  const peering = (resource: Resource, requester: string, accepter: string): Peering => {
    const component = componentOf(graph, resource, idOf(graph, resource));
    return {
      ...component,
      requester: vpcOf(resource, requester),
      accepter: vpcOf(resource, accepter),
      active: isActive(component.id, component.name, resource),
    };
  };
  return byId(
    resourcesOf(graph, 'aws_vpc_peering_connection').map((resource) =>
      peering(resource, 'vpc_id', 'peer_vpc_id'),
    ),
    dataOf(graph, 'aws_vpc_peering_connection').map((resource) =>
      peering(resource, 'vpc_id', 'peer_vpc_id'),
    ),
    [...accepters.values()].flat().map((resource) => peering(resource, 'peer_vpc_id', 'vpc_id')),
    mentioned(graph, 'pcx').map((id) => ({
      ...componentKnownById(id),
      requester: { unknown: `VPCs of ${id}` },
      accepter: { unknown: `VPCs of ${id}` },
      active: isActive(id, id),
    })),
  );
}

/** Active once it is accepted, here or by the other account. */
function activity(ends: readonly Resource[], fact: string): Truth {
  const states = ends.flatMap((end) => [
    knownText(end.value('accept_status')) ?? [],
    knownText(end.value('status')) ?? [],
  ]);
  if (states.flat().some((state) => OVER.includes(state))) return FALSE;
  const isAccepted =
    states.flat().includes('active') || ends.some((end) => end.value('auto_accept') === true);
  return isAccepted ? TRUE : unknownFor(fact);
}
