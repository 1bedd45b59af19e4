import type { AccessRequest } from './access-request';
import type { PolicyAnswer } from './api-authorization';
import type { NamedPolicy } from './policies';
import { Context } from './private/context';
import { Gate } from './private/gate';

/**
 * What policies of one kind say about a request, and nothing else considered.
 *
 * @param kind policies of an `identity` name nobody; those of a `resource` must name the caller
 */
export function evaluatePolicies(
  kind: 'identity' | 'resource',
  policies: readonly NamedPolicy[],
  request: AccessRequest,
): PolicyAnswer {
  const asked = { request, context: new Context(request), isBounded: false };
  const gate =
    kind === 'identity'
      ? Gate.ofCaller(kind, policies, asked)
      : Gate.ofResource(kind, policies, asked);
  return { allows: gate.allows, denies: gate.denies };
}
