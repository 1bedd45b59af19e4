import { isSymbol, type Resource, type ResourceGraph, type Value } from '@culvert/terraform-graph';
import { factName } from './fact-name';
import { perGraph } from './per-graph';

/** The resources that an attribute names. */
export interface Owners {
  readonly owners: readonly Resource[];
  /** The fact that tells which of them; none when it is all. */
  readonly missing: readonly string[];
}

export function ownersOf(graph: ResourceGraph, resource: Resource, path: string): Owners {
  const named = namedBy(graph, resource, path);
  if (named.length > 0) return { owners: named, missing: [] };
  const owners = [...new Set(perhaps(graph, resource.value(path)))];
  return { owners, missing: owners.length > 1 ? [factName(graph, resource, path)] : [] };
}

function namedBy(graph: ResourceGraph, resource: Resource, path: string): readonly Resource[] {
  const referenced = resource.referenced(path);
  const value = resource.value(path);
  if (referenced.length > 0 || typeof value !== 'string') return referenced;
  const byIdentity = graph.byIdentity(value);
  return byIdentity.length > 0 ? byIdentity : (byName(graph).get(`${path}.${value}`) ?? []);
}

/** Names that a plan knows before the resource has an id. */
const NAMES = [
  ['bucket', 'aws_s3_bucket', 'bucket'],
  ['function_name', 'aws_lambda_function', 'function_name'],
] as const;

const byName = perGraph((graph) => {
  const names = new Map<string, readonly Resource[]>();
  for (const [path, type, attribute] of NAMES) {
    for (const resource of graph.resources(type)) {
      const name = resource.value(attribute);
      if (typeof name === 'string') names.set(`${path}.${name}`, [resource]);
    }
  }
  return names;
});

/** What a symbol may be made of; an identifier that is made of one resource's is that one's. */
function perhaps(graph: ResourceGraph, value: Value | undefined): readonly Resource[] {
  if (Array.isArray(value)) return value.flatMap((each: Value) => perhaps(graph, each));
  const owners = isSymbol(value)
    ? value.candidates.map((each) => (isSymbol(each) ? graph.bySymbol(each) : undefined))
    : [];
  return owners.filter((owner) => owner !== undefined);
}
