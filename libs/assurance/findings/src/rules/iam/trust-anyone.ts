import { TRUST_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isForEveryone, namesCallers } from '../../private/statements';

export const trustAnyone = statementRule({
  id: 'trust-anyone',
  severity: 'critical',
  title: 'a role says who may assume it',
  rationale: 'A role that trusts everyone can be assumed from every AWS account.',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  attributes: TRUST_POLICIES,
  isBad: (statement) => isForEveryone(statement) && !namesCallers(statement),
  message: 'can be assumed by everyone',
  remedy: 'name the principals, or add a condition such as aws:PrincipalOrgID',
});
