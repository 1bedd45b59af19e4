import { attributeRule } from '../../private/attribute-rule';

export const stateMachineLogs = attributeRule({
  id: 'state-machine-logs',
  severity: 'low',
  title: 'a state machine logs its failures at least',
  rationale:
    'The history of an express execution is nowhere else, that of a standard one goes after 90 days.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  types: ['aws_sfn_state_machine'],
  path: 'logging_configuration[0].level',
  byDefault: 'OFF',
  wanted: (level) => level !== 'OFF',
  message: 'has no log',
  remedy: 'set level in logging_configuration',
});
