import { BUCKET_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isForEveryone, namesCallers } from '../../private/statements';

export const bucketPolicyPublic = statementRule({
  id: 'bucket-policy-public',
  severity: 'critical',
  title: "a bucket's policy names who may use it",
  rationale:
    'An Allow for everyone without a condition on who that is, is for everyone on the internet.',
  reference:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
  attributes: BUCKET_POLICIES,
  isBad: (statement) => isForEveryone(statement) && !namesCallers(statement),
  message: 'lets everyone use the bucket',
  remedy: 'name the principals, or add a condition such as aws:PrincipalOrgID',
});
