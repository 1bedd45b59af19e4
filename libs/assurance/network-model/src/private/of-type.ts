import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { once } from './by-id';
import { nameOf } from './read';

/** The managed resources of these types, by name, whatever their order in the documents. */
export function resourcesOf(
  graph: ResourceGraph,
  ...types: readonly string[]
): readonly Resource[] {
  return remembered(graph, `managed ${types.join()}`, () =>
    types.flatMap((type) => graph.resources(type)),
  );
}

/** The data sources of these types, by name. */
export function dataOf(graph: ResourceGraph, ...types: readonly string[]): readonly Resource[] {
  return remembered(graph, `data ${types.join()}`, () =>
    types.flatMap((type) => graph.dataSources(type)),
  );
}

const lists = once<ResourceGraph, Map<string, readonly Resource[]>>(() => new Map());

function remembered(
  graph: ResourceGraph,
  key: string,
  find: () => readonly Resource[],
): readonly Resource[] {
  const known = lists(graph).get(key);
  if (known !== undefined) return known;
  const found = sorted(graph, find());
  lists(graph).set(key, found);
  return found;
}

function sorted(graph: ResourceGraph, resources: readonly Resource[]): readonly Resource[] {
  return resources
    .map((resource) => ({ resource, name: nameOf(graph, resource) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ resource }) => resource);
}
