import { isSymbol, type Resource, type Value } from '@culvert/terraform-graph';
import { fieldsOf, Missing } from './attribute';

export type Container = { readonly [name: string]: Value };

/** The containers of a task definition. */
export function containersOf(definition: Resource): readonly Container[] | Missing {
  const path = 'container_definitions';
  const value = definition.value(path);
  const missing = new Missing([isSymbol(value) ? value.unknown : `${definition.address}.${path}`]);
  if (typeof value !== 'string') return missing;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? (parsed as readonly Value[]).map(fieldsOf) : missing;
  } catch {
    return missing;
  }
}
