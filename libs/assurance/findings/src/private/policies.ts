import { type Policy, PolicyError, parsePolicy } from '@culvert/policy-evaluation';
import {
  isSymbol,
  policyDocument,
  type Resource,
  type ResourceGraph,
} from '@culvert/terraform-graph';
import { isConfigured, Missing } from './attribute';
import { factName } from './fact-name';
import { perGraph } from './per-graph';

const read = perGraph(() => new WeakMap<Resource, Map<string, Policy | Missing | undefined>>());

/** The policy in an attribute; `undefined` when there is none. */
export function policyIn(
  graph: ResourceGraph,
  resource: Resource,
  path: string,
): Policy | Missing | undefined {
  const known = read(graph).get(resource) ?? new Map<string, Policy | Missing | undefined>();
  read(graph).set(resource, known);
  if (!known.has(path)) known.set(path, policyOf(graph, resource, path));
  return known.get(path);
}

function policyOf(
  graph: ResourceGraph,
  resource: Resource,
  path: string,
): Policy | Missing | undefined {
  const value = resource.value(path);
  if (value === undefined || value === null || value === '') return undefined;
  if (isSymbol(value) && !isConfigured(resource, path)) return undefined;
  const document = policyDocument(graph, value);
  const missing = new Missing([isSymbol(value) ? value.unknown : factName(graph, resource, path)]);
  if (typeof document !== 'object' || document === null) return missing;
  try {
    return parsePolicy(document);
  } catch (error) {
    if (error instanceof PolicyError) return missing;
    throw error;
  }
}
