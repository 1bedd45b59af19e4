import { and, FALSE, or, type SymbolicText, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import { type Caller, isAccountCaller } from '../caller';
import { choose } from './agree';
import type { Gate } from './gate';

const UNSETTLED = unknownFor(
  'whether boundary and session policies limit what a policy grants to everyone',
);

/** The policies between caller and resource; those that only limit may be missing. */
export interface Gates {
  readonly identity: Gate;
  readonly resource: Gate;
  readonly boundary?: Gate;
  readonly session?: Gate;
}

/**
 * Whether caller and resource between them allow.
 *
 * @param ofAccount whether the caller belongs to the resource's account
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function allowance(
  { identity, resource, boundary, session }: Gates,
  caller: Caller,
  ofAccount: Truth,
  resourceMustAllow: boolean,
): Truth {
  if (!isAccountCaller(caller)) {
    return resource.allows;
  }
  const isRoot = caller.type === 'Account';
  const own = isRoot ? TRUE : identity.allows;
  const limits = isRoot ? TRUE : and(boundary?.allows ?? TRUE, session?.allows ?? TRUE);
  return choose(
    ofAccount,
    or(
      and(own, limits, resourceMustAllow ? resource.allowsBy('account') : TRUE),
      granted(resource, limits),
    ),
    and(own, limits, resource.allows),
  );
}

/** What a resource's policy grants without any other in its account. */
function granted(resource: Gate, limits: Truth): Truth {
  return or(
    resource.allowsBy('itself'),
    and(resource.allowsBy('origin'), limits),
    and(resource.allowsBy('everyone'), or(limits, UNSETTLED)),
    resource.allowsBy('everyone', ({ byPrincipalArn }) => byPrincipalArn),
  );
}

/** Whether the caller belongs to the account. */
export function isOfAccount(caller: Caller, account: SymbolicText): Truth {
  return isAccountCaller(caller) ? account.equals(caller.account) : FALSE;
}
