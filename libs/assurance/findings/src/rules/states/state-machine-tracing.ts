import { attributeRule } from '../../private/attribute-rule';

export const stateMachineTracing = attributeRule({
  id: 'state-machine-tracing',
  severity: 'low',
  title: 'a state machine is traced with X-Ray',
  rationale: 'Where a call was slow or failed is seen across services only in a trace.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html',
  types: ['aws_sfn_state_machine'],
  path: 'tracing_configuration[0].enabled',
  byDefault: false,
  wanted: true,
  message: 'is not traced',
  remedy: 'set enabled = true in tracing_configuration',
});
