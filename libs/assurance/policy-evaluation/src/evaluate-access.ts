import { and, missingFacts, not, or, SymbolicText, type Truth } from '@culvert/symbolic';
import type { AccessRequest } from './access-request';
import type { Decision } from './decision';
import type { Policies } from './policies';
import { allowance, isOfAccount } from './private/allowance';
import type { Gate } from './private/gate';
import { gatesOf } from './private/gates-of';

/**
 * Decides whether AWS allows a request: an explicit deny anywhere wins, every kind of policy that
 * limits must allow, and so must identity and resource between them, as documented for the caller.
 *
 * @param request who wants to do what to what
 * @param policies all that apply; a kind left out is taken as not there
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateAccess(request: AccessRequest, policies: Policies): Decision {
  const { caller, resourceAccount } = request;
  const { between, guards } = gatesOf(request, policies);
  const ofAccount = isOfAccount(caller, SymbolicText.of(resourceAccount));
  const allowed = and(
    allowance(between, caller, ofAccount, policies.resourceMustAllow ?? false),
    ...guards.map(({ allows }) => allows),
  );
  return decide(allowed, [...Object.values(between), ...guards]);
}

function decide(allowed: Truth, gates: readonly Gate[]): Decision {
  const denied = or(...gates.map(({ denies }) => denies));
  const statements = (effect: 'allows' | 'denies', value: Truth['value']) =>
    gates.flatMap((gate) => gate.statements(effect, value));
  if (denied.value === true) {
    return { outcome: 'DENY', explicit: true, by: statements('denies', true), lacking: [] };
  }
  if (allowed.value === false) {
    const lacking = gates.filter(({ allows }) => allows.value === false).map(({ kind }) => kind);
    return { outcome: 'DENY', explicit: false, by: [], lacking: [...new Set(lacking)] };
  }
  const granted = and(allowed, not(denied));
  return granted.value === true
    ? { outcome: 'ALLOW', by: statements('allows', true) }
    : {
        outcome: 'UNKNOWN',
        by: [...statements('allows', 'unknown'), ...statements('denies', 'unknown')],
        missing: missingFacts(granted),
      };
}
