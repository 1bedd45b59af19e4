import { attribute, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const restApiDefaultEndpoint: Rule = {
  id: 'rest-api-default-endpoint',
  severity: 'medium',
  title: 'an API with a domain of its own is not reached by its default name too',
  rationale:
    'What guards the domain, such as mutual TLS or a firewall, does not guard the default name.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  *check(graph): Iterable<Problem> {
    for (const [type, mapping, path] of MAPPINGS) {
      for (const api of graph.resources(type)) {
        const mapped = companionsOf(graph, api, mapping, path);
        if (mapped.length === 0) continue;
        const disabled = attribute(api, 'disable_execute_api_endpoint', false);
        if (disabled === true) continue;
        yield {
          resource: api,
          path: 'disable_execute_api_endpoint',
          message: 'is reached by its default name too, past its domain',
          remedy: 'set disable_execute_api_endpoint = true',
          missing: [
            ...(disabled instanceof Missing ? disabled.facts : []),
            ...(mapped.some(({ missing }) => missing.length === 0)
              ? []
              : mapped.flatMap(({ missing }) => missing)),
          ],
        };
      }
    }
  },
};

const MAPPINGS = [
  ['aws_api_gateway_rest_api', 'aws_api_gateway_base_path_mapping', 'api_id'],
  ['aws_apigatewayv2_api', 'aws_apigatewayv2_api_mapping', 'api_id'],
] as const;
