import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import { perGraph } from './per-graph';

/** A resource that says something about another, such as a bucket's versioning. */
export interface Companion {
  readonly companion: Resource;
  /** The facts that tell whether it is about this one; none when it is. */
  readonly missing: readonly string[];
}

const indexes = perGraph(() => new Map<string, ReadonlyMap<Resource, readonly Companion[]>>());

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

function companions(
  graph: ResourceGraph,
  type: string,
  path: string,
): ReadonlyMap<Resource, readonly Companion[]> {
  const found = new Map<Resource, Companion[]>();
  const add = (owner: Resource, companion: Companion) => {
    found.set(owner, [...(found.get(owner) ?? []), companion]);
  };
  for (const companion of graph.resources(type)) {
    const owners = companion.referenced(path);
    for (const owner of owners) add(owner, { companion, missing: [] });
    for (const owner of owners.length > 0 ? [] : perhaps(graph, companion.value(path))) {
      add(owner, { companion, missing: [`${companion.address}.${path}`] });
    }
  }
  return found;
}

function perhaps(graph: ResourceGraph, value: Value | undefined): readonly Resource[] {
  if (Array.isArray(value)) return value.flatMap((each: Value) => perhaps(graph, each));
  const owners = isSymbol(value)
    ? value.candidates.map((each) => (isSymbol(each) ? graph.bySymbol(each.unknown) : undefined))
    : [];
  return owners.filter((owner) => owner !== undefined);
}
