import { FALSE, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import {
  type AttributePath,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';
import { factOf, missingIn } from './read';

/** Whether a flag is set; what is not given is the default. */
export function truthFrom(value: Value | undefined, fact: string, byDefault: boolean): Truth {
  if (value === undefined || value === null || value === '') return byDefault ? TRUE : FALSE;
  if (value === true || value === 'true' || value === 'enable') return TRUE;
  if (value === false || value === 'false' || value === 'disable') return FALSE;
  const missing = missingIn(value);
  return unknownFor(...(missing.length > 0 ? missing : [fact]));
}

/** Whether an attribute is `true` or `enable`. */
export function truthOf(
  graph: ResourceGraph,
  resource: Resource,
  path: AttributePath,
  byDefault: boolean,
): Truth {
  return truthFrom(resource.value(path), factOf(graph, resource, path), byDefault);
}
