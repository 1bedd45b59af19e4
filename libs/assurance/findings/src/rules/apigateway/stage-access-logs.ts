import { attributeRule } from '../../private/attribute-rule';

export const stageAccessLogs = attributeRule({
  id: 'stage-access-logs',
  severity: 'medium',
  title: 'a stage logs who called',
  rationale: 'Without the log nobody can tell afterwards who called what.',
  reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  types: ['aws_api_gateway_stage', 'aws_apigatewayv2_stage'],
  path: 'access_log_settings',
  wanted: 'given',
  message: 'has no access logs',
  remedy: 'add access_log_settings with a log group',
});
