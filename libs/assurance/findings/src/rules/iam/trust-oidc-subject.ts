import type { Statement } from '@culvert/policy-evaluation';
import { TRUST_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { allows, isPositive, textOf } from '../../private/statements';

export const trustOidcSubject = statementRule({
  id: 'trust-oidc-subject',
  severity: 'critical',
  title: 'a role that trusts an OIDC provider names the subject',
  rationale:
    'Providers such as GitHub serve everyone: without the subject, any repository of any owner assumes the role.',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html#idp_oidc_Create_GitHub',
  attributes: TRUST_POLICIES,
  isBad: (statement) =>
    allows(statement, 'sts:AssumeRoleWithWebIdentity') &&
    statement.principals?.values.some(({ type }) => type === 'Federated') === true &&
    !statement.conditions.some(
      (condition) => SUBJECT.test(condition.key) && isPositive(condition) && isNarrow(condition),
    ),
  message: 'can be assumed by every subject of its OIDC provider',
  remedy: 'add a condition StringEquals on the sub of the provider',
});

/** Cognito and the large public providers tell applications apart by the audience. */
const SUBJECT =
  /:(?:sub|job_workflow_ref|repository|repository_id)$|^(?:cognito-identity\.amazonaws\.com|accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com):(?:aud|app_id)$/i;

/** `repo:*` names nobody. */
function isNarrow({ values }: Statement['conditions'][number]): boolean {
  return values.every((value) => !/^(?:repo:)?[*?:/]*$/.test(textOf(value) ?? 'x'));
}
