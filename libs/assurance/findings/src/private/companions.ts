import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { ownersOf } from './owners';
import { perGraph } from './per-graph';

/** A resource that says something about another, such as a bucket's versioning. */
export interface Companion {
  readonly companion: Resource;
  /** The facts that tell whether it is about this one; none when it is. */
  readonly missing: readonly string[];
}

type Companions = ReadonlyMap<Resource, readonly Companion[]>;

const indexes = perGraph(() => new Map<string, Companions>());

/** Those resources of a type that name this one in an attribute. */
export function companionsOf(
  graph: ResourceGraph,
  resource: Resource,
  type: string,
  path: string,
): readonly Companion[] {
  const key = `${type}.${path}`;
  const index = indexes(graph).get(key) ?? companions(graph, type, path);
  indexes(graph).set(key, index);
  return index.get(resource) ?? [];
}

function companions(graph: ResourceGraph, type: string, path: string): Companions {
  const found = new Map<Resource, Companion[]>();
  for (const companion of graph.resources(type)) {
    const { owners, missing } = ownersOf(graph, companion, path);
    for (const owner of owners) {
      const known = found.get(owner);
      if (known === undefined) found.set(owner, [{ companion, missing }]);
      else known.push({ companion, missing });
    }
  }
  return found;
}
