import { IDENTITY_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { allows, isOnEverything, isPositive } from '../../private/statements';

export const passRoleAny = statementRule({
  id: 'pass-role-any',
  severity: 'high',
  title: 'iam:PassRole is allowed for roles that are named',
  rationale: 'Who may pass any role to a service that runs code has the rights of every role.',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  attributes: IDENTITY_POLICIES,
  isBad: (statement) =>
    allows(statement, 'iam:PassRole') &&
    isOnEverything(statement) &&
    !statement.conditions.some(
      (condition) =>
        ['iam:passedtoservice', 'iam:associatedresourcearn'].includes(
          condition.key.toLowerCase(),
        ) && isPositive(condition),
    ),
  message: 'lets any role be passed to any service',
  remedy: 'name the roles in Resource, and the service in a condition on iam:PassedToService',
});
