import { missingFacts } from '@culvert/symbolic';
import type { AccessRequest } from './access-request';
import type { PolicyAnswer } from './api-authorization';
import type { DecidingStatement } from './decision';
import type { NamedPolicy, PolicyKind } from './policies';
import { Context } from './private/context';
import { Gate } from './private/gate';

/** What policies of one kind say about a request. */
export interface PolicyFinding extends PolicyAnswer {
  /** The statements that decide, or that it depends on: those that deny come before those that allow. */
  readonly by: readonly DecidingStatement[];
}

/** Policies that name who may; the others belong to the caller, or to an account. */
const NAMES_CALLERS: ReadonlySet<PolicyKind> = new Set([
  'resource',
  'resource control',
  'endpoint',
]);

/**
 * What policies of one kind say about a request, and nothing else considered.
 *
 * @param kind policies of an `identity` name nobody; those of a `resource` must name the caller
 */
export function evaluatePolicies(
  kind: PolicyKind,
  policies: readonly NamedPolicy[],
  request: AccessRequest,
): PolicyFinding {
  const asked = { request, context: new Context(request), isBounded: false };
  const gate = NAMES_CALLERS.has(kind)
    ? Gate.ofResource(kind, policies, asked)
    : Gate.ofCaller(kind, policies, asked);
  return { allows: gate.allows, denies: gate.denies, by: deciding(gate) };
}

function deciding(gate: Gate): readonly DecidingStatement[] {
  const denying = gate.statements('denies', true);
  if (denying.length > 0) return denying;
  const allowing = gate.statements('allows', true);
  const open = [
    ...gate.statements('denies', 'unknown'),
    ...(allowing.length > 0 ? [] : gate.statements('allows', 'unknown')),
  ];
  return missingFacts(gate.denies).length > 0 || allowing.length === 0 ? open : allowing;
}
