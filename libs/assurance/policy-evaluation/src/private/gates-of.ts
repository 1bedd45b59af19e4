import { SymbolicText } from '@culvert/symbolic';
import type { AccessRequest } from '../access-request';
import { type Caller, isAccountCaller } from '../caller';
import type { NamedPolicy, Policies, PolicyKind } from '../policies';
import type { Gates } from './allowance';
import { Context } from './context';
import { type Asked, Gate } from './gate';

/** The policies between caller and resource, and those around both. */
export interface AllGates {
  readonly between: Gates;
  readonly guards: readonly Gate[];
}

/** Holds a request against the policies that apply to its caller. */
export function gatesOf(request: AccessRequest, policies: Policies): AllGates {
  const { caller } = request;
  const asked: Asked = {
    request,
    context: new Context(request),
    isBounded: policies.boundary !== undefined,
  };
  const ofCaller = (kind: PolicyKind, found: readonly NamedPolicy[]) =>
    Gate.ofCaller(kind, isAccountCaller(caller) ? found : [], asked);
  const ofResource = (kind: PolicyKind, found: readonly NamedPolicy[]) =>
    Gate.ofResource(kind, found, asked);

  const { identity = [], resource, boundary, endpoint } = policies;
  // Without a session policy, the session of a federated user has no permissions of its own.
  const session = policies.session ?? (caller.type === 'FederatedUser' ? [] : undefined);
  return {
    between: {
      identity: ofCaller('identity', identity),
      resource: ofResource('resource', resource ? [resource] : []),
      ...(boundary && { boundary: ofCaller('boundary', [boundary]) }),
      ...(session && { session: ofCaller('session', session) }),
    },
    guards: [
      ...(isAccountCaller(caller) && !isServiceLinked(caller)
        ? (policies.serviceControl ?? []).map((level) => ofCaller('service control', level))
        : []),
      ...(isServiceLinked(caller)
        ? []
        : (policies.resourceControl ?? []).map((level) => ofResource('resource control', level))),
      ...(endpoint ? [ofResource('endpoint', [endpoint])] : []),
    ],
  };
}

/** Neither kind of control policy applies to service-linked roles. */
function isServiceLinked(caller: Caller): boolean {
  return (
    caller.type === 'AssumedRole' &&
    SymbolicText.of(caller.roleArn).matches('arn:*:iam::*:role/aws-service-role/*').value === true
  );
}
