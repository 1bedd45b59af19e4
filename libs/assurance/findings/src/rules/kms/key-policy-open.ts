import { KEY_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isForEveryone, namesCallers } from '../../private/statements';

export const keyPolicyOpen = statementRule({
  id: 'key-policy-open',
  severity: 'critical',
  title: "a key's policy names who may use it",
  rationale: 'An Allow for everyone without a condition on who that is, is for every AWS account.',
  reference: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  attributes: KEY_POLICIES,
  isBad: (statement) => isForEveryone(statement) && !namesCallers(statement),
  message: 'lets everyone use the key',
  remedy: 'name the principals, or add a condition such as kms:CallerAccount',
});
