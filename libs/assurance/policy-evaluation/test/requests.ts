import type { Text } from '@culvert/symbolic';
import {
  type AccessRequest,
  type Caller,
  type ContextValue,
  type Decision,
  evaluateAccess,
  type NamedPolicy,
  parsePolicy,
  type Policies,
} from '../src';

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';

export const CALLERS = {
  user: { type: 'User', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/bob` },
  session: {
    type: 'AssumedRole',
    account: ACCOUNT,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/path/caller`,
    sessionArn: `arn:aws:sts::${ACCOUNT}:assumed-role/caller/s1`,
  },
  federated: {
    type: 'FederatedUser',
    account: ACCOUNT,
    arn: `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
    userArn: `arn:aws:iam::${ACCOUNT}:user/bob`,
  },
  root: { type: 'Account', account: ACCOUNT },
  service: { type: 'Service', name: 'apigateway.amazonaws.com' },
  identity: { type: 'Federated', provider: 'accounts.google.com' },
  anonymous: { type: 'Anonymous' },
} as const satisfies Record<string, Caller>;

/** A policy of statements that allow any action on anything, but for what is given. */
export function policy(...statements: readonly object[]): NamedPolicy {
  return named(
    parsePolicy({
      Version: '2012-10-17',
      Statement: statements.map((statement) => ({
        Effect: 'Allow',
        ...('NotAction' in statement ? {} : { Action: '*' }),
        ...('NotResource' in statement ? {} : { Resource: '*' }),
        ...statement,
      })),
    }),
  );
}

export function named(read: NamedPolicy['policy'], name = 'p'): NamedPolicy {
  return { name, policy: read };
}

export function request(
  caller: Caller,
  keys: Readonly<Record<string, ContextValue>> = {},
  more: Partial<AccessRequest> = {},
): AccessRequest {
  return {
    caller,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::orders/1',
    resourceAccount: ACCOUNT,
    context: { keys, others: 'absent' },
    ...more,
  };
}

/** The outcome in a word; a denial says whether it is explicit. */
export function outcome(decision: Decision): string {
  return decision.outcome === 'DENY' && decision.explicit ? 'EXPLICIT DENY' : decision.outcome;
}

/** Whether a condition lets a request with these keys pass. */
export function tested(
  condition: object,
  keys: Readonly<Record<string, ContextValue>>,
  version = '2012-10-17',
): Decision {
  const identity = [
    named(
      parsePolicy({
        Version: version,
        Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition },
      }),
    ),
  ];
  return evaluateAccess(request(CALLERS.user, keys), { identity });
}

export function decided(
  caller: Caller,
  policies: Policies,
  resourceAccount: Text = ACCOUNT,
): string {
  return outcome(evaluateAccess(request(caller, {}, { resourceAccount }), policies));
}
