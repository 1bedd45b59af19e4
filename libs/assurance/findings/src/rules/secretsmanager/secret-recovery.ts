import { attributeRule } from '../../private/attribute-rule';

export const secretRecovery = attributeRule({
  id: 'secret-recovery',
  severity: 'medium',
  title: 'a secret that is deleted can be restored',
  rationale: 'Without a recovery window it is gone at once, and with it whatever depends on it.',
  reference:
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html',
  types: ['aws_secretsmanager_secret'],
  path: 'recovery_window_in_days',
  byDefault: 30,
  wanted: (days) => days !== 0,
  message: 'is gone at once when it is deleted',
  remedy: 'set recovery_window_in_days to 7 or more',
});
