import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import { knownText } from './read';
import { managedAndRead } from './resources';

type ByText = ReadonlyMap<string, Resource>;
const indexes = new WeakMap<ResourceGraph, Map<string, ByText>>();

/** The resource of a type that a value names by one of its attributes, such as a subnet group by its name. */
export function namedBy(
  graph: ResourceGraph,
  value: Value | undefined,
  type: string,
  attribute: string,
): Resource | undefined {
  const text = knownText(value);
  if (text !== undefined) return indexOf(graph, type, attribute).get(text);
  if (!isSymbol(value)) return undefined;
  const [candidate = value, ...others] = value.candidates;
  const owner = isSymbol(candidate) ? graph.bySymbol(candidate.unknown) : undefined;
  return others.length === 0 && owner?.type === type ? owner : undefined;
}

function indexOf(graph: ResourceGraph, type: string, attribute: string): ByText {
  const own = indexes.get(graph) ?? new Map<string, ByText>();
  indexes.set(graph, own);
  const key = `${type}.${attribute}`;
  const known = own.get(key) ?? made(graph, type, attribute);
  own.set(key, known);
  return known;
}

function made(graph: ResourceGraph, type: string, attribute: string): ByText {
  return new Map(
    [...managedAndRead(graph, type)].reverse().flatMap((resource) => {
      const text = knownText(resource.value(attribute));
      return text === undefined ? [] : [[text, resource] as const];
    }),
  );
}
