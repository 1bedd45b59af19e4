import type { Resource, ResourceGraph } from '@culvert/terraform-graph';
import { attribute, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import { policyIn } from '../../private/policies';
import { isPrivateApi } from '../../private/rest-apis';
import { isForEveryone, namesCallers } from '../../private/statements';
import type { Problem, Rule } from '../../rule';

export const methodWithoutAuthorization: Rule = {
  id: 'method-without-authorization',
  severity: 'high',
  title: 'a public API asks who calls',
  rationale: 'Without authorization everyone on the internet may call the method.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
  *check(graph): Iterable<Problem> {
    for (const method of graph.resources('aws_api_gateway_method')) {
      if (method.value('http_method') === 'OPTIONS') continue;
      if (attribute(method, 'authorization') !== 'NONE') continue;
      if (attribute(method, 'api_key_required', false) === true) continue;
      const apis = method.referenced('rest_api_id');
      if (apis.some((api) => isPrivateApi(api) || isGuarded(graph, api))) continue;
      yield problem(method, 'authorization');
    }
    for (const route of graph.resources('aws_apigatewayv2_route')) {
      const key = String(route.value('route_key'));
      if (key.startsWith('OPTIONS ') || (key.startsWith('$') && key !== '$default')) continue;
      if (attribute(route, 'authorization_type', 'NONE') === 'NONE') {
        yield problem(route, 'authorization_type');
      }
    }
  },
};

/** Whether a resource policy names callers wherever it allows. */
function isGuarded(graph: ResourceGraph, api: Resource): boolean {
  const holders = [
    api,
    ...companionsOf(graph, api, 'aws_api_gateway_rest_api_policy', 'rest_api_id').map(
      ({ companion }) => companion,
    ),
  ];
  return holders.some((holder) => {
    const policy = policyIn(graph, holder, 'policy');
    if (policy === undefined || policy instanceof Missing) return false;
    return !policy.statements.some((each) => isForEveryone(each) && !namesCallers(each));
  });
}

function problem(resource: Resource, path: string): Problem {
  return {
    resource,
    path,
    message: 'lets everyone on the internet call',
    remedy: 'use AWS_IAM or an authorizer, or restrict the API by its resource policy',
  };
}
