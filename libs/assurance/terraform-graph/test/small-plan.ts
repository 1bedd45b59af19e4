import type { Json, JsonObject } from '../src/json';
import { parseDocument, ResourceGraph } from '../src/index';

/** A change of a small plan; what is left out is that of a resource that is created. */
export function change(
  address: string,
  more: JsonObject = {},
  changes: JsonObject = {},
): JsonObject {
  const [type = '', name = ''] = address
    .replace(/^(?:module\.[^.]+\.)*(?:data\.)?/, '')
    .split(/[.[]/);
  const created = { actions: ['create'], before: null, after: {}, after_unknown: { id: true } };
  return {
    address,
    mode: address.includes('data.') ? 'data' : 'managed',
    type,
    name,
    change: { ...created, ...changes },
    ...more,
  };
}

/** A plan written by hand, for what Terraform makes only in another version, or with another provider. */
export function smallPlan(changes: readonly Json[], more: JsonObject = {}): JsonObject {
  return { format_version: '1.2', resource_changes: changes, ...more };
}

export function smallGraph(changes: readonly Json[], more: JsonObject = {}): ResourceGraph {
  return ResourceGraph.of([parseDocument(smallPlan(changes, more), { name: 'small' })]);
}
