import type { AttributePath, Resource, ResourceGraph } from '@culvert/terraform-graph';
import type { Api } from '../api';
import { givenValue } from './given-value';
import { factOf, knownText, listOf } from './read';

const TYPES = ['PRIVATE', 'REGIONAL', 'EDGE'] as const;

/** The type of endpoint of an API or a domain name. */
export function endpointTypeOf(
  graph: ResourceGraph,
  resource: Resource,
  path: string,
  byDefault: 'REGIONAL' | 'EDGE',
): Api['endpointType'] {
  const [value] = listOf(givenValue(graph, resource, path satisfies AttributePath));
  const text = knownText(value);
  if (value === undefined) return byDefault;
  return TYPES.find((type) => type === text) ?? { unknown: factOf(graph, resource, path) };
}
