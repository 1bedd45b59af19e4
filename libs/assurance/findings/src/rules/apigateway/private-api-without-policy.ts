import type { Resource } from '@culvert/terraform-graph';
import { isGiven } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import { isPrivateApi } from '../../private/rest-apis';
import type { Problem, Rule } from '../../rule';

export const privateApiWithoutPolicy: Rule = {
  id: 'private-api-without-policy',
  severity: 'high',
  title: 'a private API has a resource policy',
  rationale:
    'It cannot be deployed without one, and the policy is what says which endpoints may call it.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html',
  *check(graph): Iterable<Problem> {
    for (const api of graph.resources('aws_api_gateway_rest_api')) {
      if (!isPrivateApi(api) || isGiven(api, 'policy') || bodyHasPolicy(api)) continue;
      const separate = companionsOf(graph, api, 'aws_api_gateway_rest_api_policy', 'rest_api_id');
      if (separate.some(({ missing }) => missing.length === 0)) continue;
      yield {
        resource: api,
        path: 'policy',
        message: 'has no resource policy',
        remedy: 'add an aws_api_gateway_rest_api_policy that names the endpoints',
        missing: separate.flatMap(({ missing }) => missing),
      };
    }
  },
};

function bodyHasPolicy(api: Resource): boolean {
  return String(api.value('body') ?? '').includes('x-amazon-apigateway-policy');
}
