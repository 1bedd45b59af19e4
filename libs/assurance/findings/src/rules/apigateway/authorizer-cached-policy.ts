import type { Resource } from '@culvert/terraform-graph';
import { attribute, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const authorizerCachedPolicy: Rule = {
  id: 'authorizer-cached-policy',
  severity: 'low',
  title: "an authorizer's cached policy is for the path that was called",
  rationale:
    'The cached policy is taken for every method that the same identity calls: one made for the first call refuses the next, one made for all is granted without asking again.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  *check(graph): Iterable<Problem> {
    for (const authorizer of graph.resources('aws_api_gateway_authorizer')) {
      const type = attribute(authorizer, 'type', 'TOKEN');
      if (type === 'COGNITO_USER_POOLS') continue;
      const path = 'authorizer_result_ttl_in_seconds';
      const seconds = attribute(authorizer, path, 300);
      if (seconds === 0 || perCall(authorizer)) continue;
      yield {
        resource: authorizer,
        path,
        message: 'reuses the policy of one call for every method of the API',
        remedy:
          'return policies that cover all that the identity may call, or set authorizer_result_ttl_in_seconds = 0',
        missing: seconds instanceof Missing ? seconds.facts : [],
      };
    }
  },
};

/** Whether the cache's key holds the method and the path. */
function perCall(authorizer: Resource): boolean {
  const source = String(attribute(authorizer, 'identity_source', ''));
  return (
    /context\.(?:resourceId|resourcePath|path)/.test(source) &&
    source.includes('context.httpMethod')
  );
}
