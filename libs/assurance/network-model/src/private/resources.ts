import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { dataOf, resourcesOf } from './of-type';

/** The managed resources of these types, then those that are read. */
export function managedAndRead(
  graph: ResourceGraph,
  ...types: readonly string[]
): readonly Resource[] {
  return [...resourcesOf(graph, ...types), ...dataOf(graph, ...types)];
}

/** The items of each key; an item may have several. */
export function groupedBy<T>(
  items: Iterable<T>,
  keysOf: (item: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** The references, each once. */
export function distinctRefs(refs: readonly Ref[]): readonly Ref[] {
  if (refs.length < 2) return refs;
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}
