import { attribute, Missing } from '../../private/attribute';
import type { Problem, Rule } from '../../rule';

export const stageDataTrace: Rule = {
  id: 'stage-data-trace',
  severity: 'high',
  title: 'execution logs hold no requests and responses',
  rationale: 'With data tracing the log holds bodies and headers whole, tokens among them.',
  reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  *check(graph): Iterable<Problem> {
    for (const [type, path] of DATA_TRACE) {
      for (const resource of graph.resources(type)) {
        const traced = attribute(resource, path, false);
        if (traced !== true && !(traced instanceof Missing)) continue;
        yield {
          resource,
          path,
          message: 'writes whole requests and responses to the log',
          remedy: 'set data_trace_enabled = false',
          missing: traced instanceof Missing ? traced.facts : [],
        };
      }
    }
  },
};

const DATA_TRACE = [
  ['aws_api_gateway_method_settings', 'settings[0].data_trace_enabled'],
  ['aws_apigatewayv2_stage', 'default_route_settings[0].data_trace_enabled'],
] as const;
