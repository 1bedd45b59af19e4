import { SECRET_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isForEveryone, namesCallers } from '../../private/statements';

export const secretPolicyPublic = statementRule({
  id: 'secret-policy-public',
  severity: 'critical',
  title: "a secret's policy names who may read it",
  rationale: 'An Allow for everyone without a condition on who that is, is for every AWS account.',
  reference:
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html',
  attributes: SECRET_POLICIES,
  isBad: (statement) => isForEveryone(statement) && !namesCallers(statement),
  message: 'lets everyone use the secret',
  remedy: 'name the principals, or add a condition such as aws:PrincipalOrgID',
});
