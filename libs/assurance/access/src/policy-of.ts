import type { Policy } from '@culvert/policy-evaluation';
import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { nameOf } from './private/names';
import { readPolicy } from './private/read-policy';

/**
 * The policy in an attribute: in JSON, or in a data source that is not read yet. What is not known of it
 * is a statement that is `unread`, for want of the facts named.
 *
 * @param path such as `policy` or `inline_policy[0].policy`
 * @returns `undefined` when there is none
 */
export function policyOf(
  graph: ResourceGraph,
  resource: Resource,
  path: string,
): Policy | undefined {
  return readPolicy(graph, resource, path, nameOf(graph, resource))?.policy;
}
