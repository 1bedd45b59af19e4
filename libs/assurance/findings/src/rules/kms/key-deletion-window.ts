import { attributeRule } from '../../private/attribute-rule';

export const keyDeletionWindow = attributeRule({
  id: 'key-deletion-window',
  severity: 'low',
  title: 'a key waits two weeks at least before it is deleted',
  rationale: 'What it encrypted is lost with it for ever; the window is when somebody can notice.',
  reference: 'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key'],
  path: 'deletion_window_in_days',
  byDefault: 30,
  wanted: (days) => Number(days) >= 14,
  message: 'is deleted within less than two weeks',
  remedy: 'set deletion_window_in_days to 30',
});
