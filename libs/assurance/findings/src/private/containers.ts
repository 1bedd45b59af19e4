import { parseJsonWithSymbols, SymbolicText } from '@culvert/symbolic';
import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import { fieldsOf, Missing } from './attribute';
import { factName } from './fact-name';

export type Container = { readonly [name: string]: Value };

/** The containers of a task definition. */
export function containersOf(
  graph: ResourceGraph,
  definition: Resource,
): readonly Container[] | Missing {
  const path = 'container_definitions';
  const value = definition.value(path);
  const missing = new Missing([
    isSymbol(value) ? value.unknown : factName(graph, definition, path),
  ]);
  if (typeof value !== 'string' && !(value instanceof SymbolicText)) return missing;
  try {
    const parsed = parseJsonWithSymbols(value) as Value;
    return Array.isArray(parsed) ? (parsed as readonly Value[]).map(fieldsOf) : missing;
  } catch {
    return missing;
  }
}
