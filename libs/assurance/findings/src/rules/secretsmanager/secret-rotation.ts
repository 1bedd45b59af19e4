import { companionRule } from '../../private/companion-rule';

export const secretRotation = companionRule({
  id: 'secret-rotation',
  severity: 'medium',
  title: 'a secret is rotated',
  rationale: 'A secret that never changes is as good for whoever took it years ago.',
  reference: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
  type: 'aws_secretsmanager_secret',
  companion: ['aws_secretsmanager_secret_rotation', 'secret_id'],
  message: 'is not rotated',
  remedy: 'add an aws_secretsmanager_secret_rotation',
});
