import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { componentId } from './identity';
import { managedAndRead } from './resources';

/** The resources of these types, those that are read too: each component once. */
export function ownAndRead(graph: ResourceGraph, ...types: readonly string[]): readonly Resource[] {
  const seen = new Set<string>();
  return managedAndRead(graph, ...types).filter((each) => {
    const id = componentId(graph, each);
    return !seen.has(id) && seen.add(id);
  });
}
