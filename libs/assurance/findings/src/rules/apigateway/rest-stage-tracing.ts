import { attributeRule } from '../../private/attribute-rule';

export const restStageTracing = attributeRule({
  id: 'rest-stage-tracing',
  severity: 'low',
  title: 'a stage is traced with X-Ray',
  rationale: 'Where a call was slow or failed is seen across services only in a trace.',
  reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html',
  types: ['aws_api_gateway_stage'],
  path: 'xray_tracing_enabled',
  byDefault: false,
  wanted: true,
  message: 'is not traced',
  remedy: 'set xray_tracing_enabled = true',
});
