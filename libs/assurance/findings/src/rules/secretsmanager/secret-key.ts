import { attributeRule } from '../../private/attribute-rule';

const AWS_KEY = 'alias/aws/secretsmanager';

export const secretKey = attributeRule({
  id: 'secret-key',
  severity: 'medium',
  title: "a secret is encrypted with a key of one's own",
  rationale:
    'The key aws/secretsmanager is open to the whole account, and cannot be shared with another.',
  reference: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
  types: ['aws_secretsmanager_secret'],
  path: 'kms_key_id',
  byDefault: AWS_KEY,
  wanted: (key) => !String(key).endsWith(AWS_KEY),
  message: "is encrypted with the account's aws/secretsmanager key",
  remedy: 'set kms_key_id',
});
