import { OTHER_RESOURCE_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isForEveryone, namesCallers } from '../../private/statements';

export const resourcePolicyPublic = statementRule({
  id: 'resource-policy-public',
  severity: 'critical',
  title: 'a resource policy names who may use the resource',
  rationale: 'An Allow for everyone without a condition on who that is, is for every AWS account.',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html',
  attributes: OTHER_RESOURCE_POLICIES,
  isBad: (statement) => isForEveryone(statement) && !namesCallers(statement),
  message: 'lets everyone use the resource',
  remedy: 'name the principals, or add a condition such as aws:SourceArn or aws:PrincipalOrgID',
});
