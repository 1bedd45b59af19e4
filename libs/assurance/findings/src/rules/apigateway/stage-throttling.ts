import type { Resource } from '@culvert/terraform-graph';
import { attribute, Missing } from '../../private/attribute';
import { companionsOf } from '../../private/companions';
import type { Problem, Rule } from '../../rule';

export const stageThrottling: Rule = {
  id: 'stage-throttling',
  severity: 'low',
  title: 'a stage limits how often it is called',
  rationale:
    "Without limits one caller can use up the account's quota, which all APIs of the Region share.",
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  *check(graph): Iterable<Problem> {
    for (const stage of graph.resources('aws_api_gateway_stage')) {
      const limited = stage
        .referenced('rest_api_id')
        .flatMap((api) =>
          companionsOf(graph, api, 'aws_api_gateway_method_settings', 'rest_api_id'),
        )
        .some(
          ({ companion }) =>
            companion.value('stage_name') === stage.value('stage_name') &&
            companion.value('method_path') === '*/*' &&
            limits(companion, 'settings[0].throttling_rate_limit'),
        );
      if (limited) continue;
      yield problem(
        stage,
        'add aws_api_gateway_method_settings for "*/*" with throttling_rate_limit',
      );
    }
    for (const stage of graph.resources('aws_apigatewayv2_stage')) {
      if (limits(stage, 'default_route_settings[0].throttling_rate_limit')) continue;
      yield problem(stage, 'set throttling_rate_limit in default_route_settings');
    }
  },
};

function limits(resource: Resource, path: string): boolean {
  const limit = attribute(resource, path, -1);
  return limit instanceof Missing || Number(limit) > 0;
}

function problem(resource: Resource, remedy: string): Problem {
  return { resource, message: "takes as many calls as the account's quota allows", remedy };
}
