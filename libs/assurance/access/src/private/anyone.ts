import type { RoleSession } from '@culvert/policy-evaluation';
import { missingFacts, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import type { Identity } from '../identity';

const CALLER: RoleSession = {
  type: 'AssumedRole',
  account: { unknown: "the caller's account" },
  roleArn: { unknown: "the caller's role" },
};

/** Whoever the policies may let in. */
export const ANYONE: Identity = { name: 'whoever signs', caller: CALLER, policies: [], tags: {} };

const OF_CALLER =
  /^(?:the caller's |the session's |the account of canonical user |aws:(?:principal|user|federated|token|multifactor|source(?:identity|org)))/i;

/**
 * A truth that depends on who calls, for somebody of whom it is true: what is known of the caller is no
 * fact that is missing.
 */
export function forSomebody(truth: Truth): Truth {
  const others = missingFacts(truth).filter((fact) => !OF_CALLER.test(fact));
  if (truth.value !== 'unknown') return truth;
  return others.length === 0 ? TRUE : unknownFor(...others);
}
