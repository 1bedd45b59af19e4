import { attributeRule } from '../../private/attribute-rule';

export const functionTracing = attributeRule({
  id: 'function-tracing',
  severity: 'low',
  title: 'a function is traced with X-Ray',
  rationale: 'Where a call was slow or failed is seen across services only in a trace.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
  types: ['aws_lambda_function'],
  path: 'tracing_config[0].mode',
  byDefault: 'PassThrough',
  wanted: (mode) => mode === 'Active',
  message: 'is not traced',
  remedy: 'set mode = "Active" in tracing_config',
});
