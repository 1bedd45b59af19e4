import { IDENTITY_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isOnEverything, textOf } from '../../private/statements';

export const adminPolicy = statementRule({
  id: 'admin-policy',
  severity: 'high',
  title: 'a policy does not allow everything',
  rationale: 'Who may do everything may undo every other guard.',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  attributes: IDENTITY_POLICIES,
  isBad: (statement) =>
    statement.effect === 'Allow' &&
    isOnEverything(statement) &&
    !statement.actions?.except &&
    statement.actions?.values.some((action) => /^\*(?::\*)?$/.test(textOf(action) ?? '')) === true,
  message: 'allows every action on every resource',
  remedy: 'name the actions and resources that are needed',
});
