import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { nameOf } from './read';

/** The managed resources of these types, by name, whatever their order in the documents. */
export function resourcesOf(
  graph: ResourceGraph,
  ...types: readonly string[]
): readonly Resource[] {
  return sorted(
    graph,
    types.flatMap((type) => graph.resources(type)),
  );
}

/** The data sources of these types, by name. */
export function dataOf(graph: ResourceGraph, ...types: readonly string[]): readonly Resource[] {
  return sorted(
    graph,
    types.flatMap((type) => graph.dataSources(type)),
  );
}

function sorted(graph: ResourceGraph, resources: readonly Resource[]): readonly Resource[] {
  return resources
    .map((resource) => ({ resource, name: nameOf(graph, resource) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ resource }) => resource);
}
