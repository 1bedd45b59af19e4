import { ACCOUNT, CALLERS, policy } from './requests';

const { user, session, federated } = CALLERS;

/** A policy of a resource for this principal. */
export const to = (principal: unknown, more: object = {}) =>
  policy({ Principal: principal, ...more });

export const ALL = policy({});
export const NONE = policy({ Action: 'ec2:*' });
export const DENY = policy({ Effect: 'Deny' });
export const EVERYONE = to('*');
export const USER = to({ AWS: user.arn });
export const ROLE = to({ AWS: session.roleArn });
export const SESSION = to({ AWS: session.sessionArn });
export const FEDERATED = to({ AWS: federated.arn });
export const AN_ACCOUNT = to({ AWS: ACCOUNT });
export const ROOT = to({ AWS: `arn:aws:iam::${ACCOUNT}:root` });
export const OF_ARN = to('*', {
  Condition: { ArnEquals: { 'aws:PrincipalArn': session.roleArn } },
});
