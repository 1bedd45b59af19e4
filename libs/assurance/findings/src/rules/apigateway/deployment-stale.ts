import type { Resource, Value } from '@culvert/terraform-graph';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const deploymentStale: Rule = {
  id: 'deployment-stale',
  severity: 'high',
  title: 'a change of an API is deployed',
  rationale:
    'A change of the resource policy, the body or a method is inert until the API is deployed again: the plan looks done, and nothing changes.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-create-attach.html',
  *check(graph): Iterable<Problem> {
    for (const resource of PARTS.flatMap((type) => graph.resources(type))) {
      const path = changedPath(resource);
      if (path === undefined) continue;
      const isApi = resource.type === 'aws_api_gateway_rest_api';
      for (const api of isApi ? [resource] : resource.referenced('rest_api_id')) {
        const deployments = companionsOf(graph, api, 'aws_api_gateway_deployment', 'rest_api_id');
        if (deployments.length === 0 || deployments.some(({ companion }) => isMade(companion)))
          continue;
        yield {
          resource,
          ...(path === '' ? {} : { path }),
          message: 'changes, and the API is not deployed again: the change is inert',
          remedy: "let the deployment's triggers depend on it: sha1(jsonencode(…))",
        };
      }
    }
  },
};

const PARTS = [
  'aws_api_gateway_rest_api',
  'aws_api_gateway_rest_api_policy',
  'aws_api_gateway_authorizer',
  'aws_api_gateway_gateway_response',
  'aws_api_gateway_integration',
  'aws_api_gateway_integration_response',
  'aws_api_gateway_method',
  'aws_api_gateway_method_response',
  'aws_api_gateway_model',
  'aws_api_gateway_request_validator',
  'aws_api_gateway_resource',
];

/** What of an API takes effect with a deployment. */
const DEPLOYED = ['policy', 'body', 'binary_media_types', 'minimum_compression_size'];

/** What changes; empty when it is the whole. */
function changedPath({ type, change, facts }: Resource): string | undefined {
  if (type !== 'aws_api_gateway_rest_api') {
    return isChanged(change) ? '' : undefined;
  }
  if (change.action !== 'update') return undefined;
  const { before, values, unknown } = facts;
  const open = unknown as { readonly [name: string]: Value };
  return DEPLOYED.find(
    (name) => open[name] === true || JSON.stringify(before[name]) !== JSON.stringify(values[name]),
  );
}

function isChanged({ action }: Resource['change']): boolean {
  return action === 'update' || action === 'replace' || action === 'create';
}

function isMade({ change: { action } }: Resource): boolean {
  return action === 'create' || action === 'replace';
}
