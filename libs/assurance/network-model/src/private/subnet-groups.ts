import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { givenValue } from './given-value';
import { namedBy } from './named-resource';
import type { SubnetGroup } from './interfaces/shape';
import { factOf } from './read';
import { listOfRefs } from './reference';

/** The subnets of the group that a resource names; a symbol when the group is not there. */
export function subnetsOfGroup(
  graph: ResourceGraph,
  resource: Resource,
  { named, type, by }: SubnetGroup,
): readonly Ref[] {
  const group = namedBy(graph, givenValue(graph, resource, named), type, by);
  const subnets = group === undefined ? [] : listOfRefs(group, 'subnet_ids');
  return subnets.length > 0 ? subnets : [{ unknown: factOf(graph, resource, named) }];
}
