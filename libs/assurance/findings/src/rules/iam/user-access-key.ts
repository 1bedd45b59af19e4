import { attributeRule } from '../../private/attribute-rule';

export const userAccessKey = attributeRule({
  id: 'user-access-key',
  severity: 'medium',
  title: 'nobody has a long-term access key',
  rationale: 'The key does not expire, and its secret is in the state.',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
  types: ['aws_iam_access_key'],
  path: 'user',
  wanted: () => false,
  message: 'is an access key that does not expire',
  remedy: 'use a role',
});
