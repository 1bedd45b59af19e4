import {
  GraphSymbol,
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import { factOf } from './read';

/** What the attribute is, unless it is AWS that chooses it when it makes the resource. */
export function given(
  graph: ResourceGraph,
  resource: Resource,
  attribute: string,
): Value | undefined {
  const value = open(graph, resource, attribute);
  const isChosen = isSymbol(value) && value.unknown === factOf(graph, resource, attribute);
  return isChosen && value.candidates.length === 0 ? undefined : value;
}

/** What the attribute is; what Terraform marks as sensitive is a symbol. */
export function open(
  graph: ResourceGraph,
  resource: Resource,
  attribute: string,
): Value | undefined {
  const value = resource.value(attribute);
  const isSecret = value !== undefined && resource.isSensitive(attribute);
  return isSecret ? hidden(graph, resource, value, [attribute]) : value;
}

function hidden(
  graph: ResourceGraph,
  resource: Resource,
  value: Value,
  path: readonly (string | number)[],
): Value {
  if (value === null || isSymbol(value) || !resource.isSensitive(path)) return value;
  if (Array.isArray(value)) {
    return value.map((each: Value, index) => hidden(graph, resource, each, [...path, index]));
  }
  if (typeof value === 'object' && !isText(value)) {
    const entries = Object.entries(value as { readonly [key: string]: Value });
    return Object.fromEntries(
      entries.map(([key, inner]) => [key, hidden(graph, resource, inner, [...path, key])]),
    );
  }
  return new GraphSymbol(factOf(graph, resource, path));
}
