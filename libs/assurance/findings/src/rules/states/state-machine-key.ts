import { attributeRule } from '../../private/attribute-rule';

export const stateMachineKey = attributeRule({
  id: 'state-machine-key',
  severity: 'low',
  title: "a state machine's definition and data are encrypted with a key of one's own",
  rationale: "Who may read data under AWS's own key is decided by the service's permissions alone.",
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html',
  types: ['aws_sfn_state_machine'],
  path: 'encryption_configuration[0].type',
  byDefault: 'AWS_OWNED_KEY',
  wanted: (type) => type === 'CUSTOMER_MANAGED_KMS_KEY',
  message: "is encrypted with AWS's own key",
  remedy: 'set encryption_configuration with a key',
});
