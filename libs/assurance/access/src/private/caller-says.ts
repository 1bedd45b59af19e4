import {
  type AccessRequest,
  evaluatePolicies,
  type PolicyAnswer,
  type PolicyFinding,
} from '@culvert/policy-evaluation';
import { FALSE, TRUE } from '@culvert/symbolic';
import type { Identity } from '../identity';
import { together } from './answers';
import { ANYONE } from './anyone';
import type { Sources } from './sources';

/** What the caller's own policies say, and those that limit it. */
export function callerSays(
  sources: Sources,
  identity: Identity,
  request: AccessRequest,
): PolicyFinding {
  if (identity === ANYONE) return { allows: TRUE, denies: FALSE, by: [] };
  const { caller, policies, boundary } = identity;
  const own: PolicyFinding =
    caller.type === 'Account'
      ? { allows: TRUE, denies: FALSE, by: [] }
      : evaluatePolicies('identity', policies, request);
  const control = 'account' in caller ? sources.organization.serviceControl(caller.account) : [];
  const limits: PolicyAnswer[] = [
    ...(boundary ? [evaluatePolicies('boundary', [boundary], request)] : []),
    ...control.map((level) => evaluatePolicies('service control', level, request)),
  ];
  return { ...together(own, ...limits), by: own.by };
}
