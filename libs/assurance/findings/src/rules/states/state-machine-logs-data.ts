import { attributeRule } from '../../private/attribute-rule';

export const stateMachineLogsData = attributeRule({
  id: 'state-machine-logs-data',
  severity: 'medium',
  title: "a state machine's log holds no execution data",
  rationale: 'With it the log has every input and output, tokens and personal data among them.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
  types: ['aws_sfn_state_machine'],
  path: 'logging_configuration[0].include_execution_data',
  byDefault: false,
  wanted: (included) => included !== true,
  message: 'writes what states get and give to the log',
  remedy: 'set include_execution_data = false',
});
