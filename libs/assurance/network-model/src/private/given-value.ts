import {
  type AttributePath,
  GraphSymbol,
  isSymbol,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import { factOf } from './read';

/**
 * The value of any depth, unless nobody gives it and AWS is to choose: undefined then. What Terraform
 * marks as sensitive is a symbol.
 */
export function givenValue(
  graph: ResourceGraph,
  resource: Resource,
  path: AttributePath,
): Value | undefined {
  const value = resource.value(path);
  if (value === undefined || value === null) return undefined;
  if (resource.isSensitive(path)) return new GraphSymbol(factOf(graph, resource, path));
  if (!isSymbol(value) || value.candidates.length > 0) return value;
  const isOwn = value.unknown === factOf(graph, resource, path);
  return isOwn && resource.isConfigured(path) !== true ? undefined : value;
}
