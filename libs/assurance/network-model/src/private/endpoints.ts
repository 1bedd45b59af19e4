import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import type { Endpoint } from '../private-link';
import { givenValue } from './given-value';
import { componentId } from './identity';
import { once } from './by-id';
import { ownAndRead } from './own-and-read';
import { knownText, listOf } from './read';
import { keyOf, refFrom, refOf } from './reference';
import { resourcesOf } from './of-type';
import { distinctRefs, groupedBy } from './resources';

/** The endpoints of the graph, those that are read too. */
export function endpointResources(graph: ResourceGraph): readonly Resource[] {
  return ownAndRead(graph, 'aws_vpc_endpoint');
}

/** A gateway endpoint, when nothing is said; all others have interfaces. */
export function endpointKind(resource: Resource): Endpoint['kind'] {
  const kind = knownText(resource.value('vpc_endpoint_type'));
  if (kind === undefined || kind === 'Gateway') return 'Gateway';
  return kind === 'GatewayLoadBalancer' ? kind : 'Interface';
}

const ASSOCIATIONS = {
  subnet_ids: ['aws_vpc_endpoint_subnet_association', 'subnet_id'],
  route_table_ids: ['aws_vpc_endpoint_route_table_association', 'route_table_id'],
  security_group_ids: ['aws_vpc_endpoint_security_group_association', 'security_group_id'],
} as const;

type Associated = keyof typeof ASSOCIATIONS;

const associations = {
  subnet_ids: once((graph: ResourceGraph) => associated(graph, 'subnet_ids')),
  route_table_ids: once((graph: ResourceGraph) => associated(graph, 'route_table_ids')),
  security_group_ids: once((graph: ResourceGraph) => associated(graph, 'security_group_ids')),
};

function associated(graph: ResourceGraph, attribute: Associated) {
  return groupedBy(resourcesOf(graph, ASSOCIATIONS[attribute][0]), (each) => {
    const endpoint = refOf(each, 'vpc_endpoint_id');
    return endpoint === undefined ? [] : [keyOf(endpoint)];
  });
}

/** What an endpoint names itself, and what associations of their own give it. */
export function ofEndpoint(
  graph: ResourceGraph,
  endpoint: Resource,
  attribute: Associated,
): readonly Ref[] {
  const own = listOf(givenValue(graph, endpoint, attribute)).flatMap((each) => refFrom(each) ?? []);
  const others = associations[attribute](graph).get(componentId(graph, endpoint)) ?? [];
  const name = ASSOCIATIONS[attribute][1];
  return distinctRefs([...own, ...others.flatMap((each) => refOf(each, name) ?? [])]);
}

/** Whether an association takes the default group away. */
export function replacesDefaultGroup(graph: ResourceGraph, endpoint: Resource): boolean {
  const others = associations.security_group_ids(graph).get(componentId(graph, endpoint)) ?? [];
  return others.some((each) => each.value('replace_default_association') === true);
}
