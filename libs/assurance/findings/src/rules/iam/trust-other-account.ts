import { isSymbol } from '@culvert/terraform-graph';
import { Missing } from '../../private/attribute';
import { TRUST_POLICIES } from '../../private/policy-attributes';
import { statementRule } from '../../private/statement-rule';
import { isPositive } from '../../private/statements';
import { accountOf } from '../../private/accounts';

export const trustOtherAccount = statementRule({
  id: 'trust-other-account',
  severity: 'medium',
  title: 'a role that trusts another account asks for its organisation or an external id',
  rationale:
    'Without either, somebody who uses that account for many customers can be made to use the role for the wrong one.',
  reference:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  attributes: TRUST_POLICIES,
  isBad: (statement, { graph, resource }) => {
    const { effect, principals, conditions } = statement;
    if (effect !== 'Allow' || principals === undefined || principals.except) return false;
    const asks = conditions.some((condition) => ASKED.test(condition.key) && isPositive(condition));
    if (asks) return false;
    const own = resource.placement.accountId;
    const others = principals.values
      .filter(({ type }) => type === 'AWS')
      .map(({ value }) => accountOf(graph, value))
      .filter((account) => account !== undefined && String(account) !== String(own));
    const unknown = [own, ...others].filter((account) => isSymbol(account));
    if (others.length === 0 || unknown.length === 0) return others.length > 0;
    const sure = !isSymbol(own) && others.some((account) => !isSymbol(account));
    return sure || new Missing(unknown.map((account) => account.unknown));
  },
  message: 'trusts another account, whoever asks there',
  remedy: 'add a condition on sts:ExternalId or aws:PrincipalOrgID',
});

const ASKED = /^(?:sts:externalid|aws:principalorg(?:id|paths)|aws:source(?:identity|vpce?))$/i;
