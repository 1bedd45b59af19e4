import {
  ALL,
  AN_ACCOUNT,
  DENY,
  EVERYONE,
  FEDERATED,
  NONE,
  OF_ARN,
  ROLE,
  ROOT,
  SESSION,
  USER,
  to,
} from '../test/grants';
import { ACCOUNT, CALLERS, OTHER, decided } from '../test/requests';
import type { Caller, Policies } from './index';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const LOGIC = `${IAM}/reference_policies_evaluation-logic_policy-eval-denyallow.html`;
const PRINCIPAL = `${IAM}/reference_policies_elements_principal.html`;
const KMS = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html';

const { user, session, federated, root } = CALLERS;

type Row = [what: string, url: string, Caller, Policies, string];

describe('evaluateAccess, within an account', () => {
  it.each<Row>([
    ['nothing allows', LOGIC, user, {}, 'DENY'],
    ['the identity is allowed', LOGIC, user, { identity: [ALL] }, 'ALLOW'],
    ['the identity is allowed something else', LOGIC, user, { identity: [NONE] }, 'DENY'],
    ['only the resource allows', LOGIC, user, { resource: USER }, 'ALLOW'],
    ['only the identity allows', LOGIC, user, { identity: [ALL], resource: FEDERATED }, 'ALLOW'],
    ['the identity is denied', LOGIC, user, { identity: [ALL, DENY] }, 'EXPLICIT DENY'],
    [
      'the resource denies',
      LOGIC,
      user,
      { identity: [ALL], resource: to('*', { Effect: 'Deny' }) },
      'EXPLICIT DENY',
    ],
    ['the root user needs no policy', LOGIC, root, {}, 'ALLOW'],
    [
      'the root user can be denied',
      LOGIC,
      root,
      { resource: to({ AWS: ACCOUNT }, { Effect: 'Deny' }) },
      'EXPLICIT DENY',
    ],

    ['a boundary limits', LOGIC, user, { identity: [ALL], boundary: NONE }, 'DENY'],
    ['a boundary grants nothing', LOGIC, user, { boundary: ALL }, 'DENY'],
    ['boundary and identity allow', LOGIC, user, { identity: [ALL], boundary: ALL }, 'ALLOW'],
    ['a boundary denies', LOGIC, user, { resource: USER, boundary: DENY }, 'EXPLICIT DENY'],
    [
      'a boundary does not limit a grant to a user',
      LOGIC,
      user,
      { resource: USER, boundary: NONE },
      'ALLOW',
    ],
    [
      'a boundary limits a grant to a role',
      LOGIC,
      session,
      { resource: ROLE, boundary: NONE },
      'DENY',
    ],
    ['a grant to a role', LOGIC, session, { resource: ROLE }, 'ALLOW'],
    [
      'a session policy limits a grant to a role',
      LOGIC,
      session,
      { resource: ROLE, session: [NONE] },
      'DENY',
    ],
    [
      'neither limits a grant to a session',
      LOGIC,
      session,
      { resource: SESSION, boundary: NONE, session: [NONE] },
      'ALLOW',
    ],
    [
      'a session policy limits the identity',
      LOGIC,
      session,
      { identity: [ALL], session: [NONE] },
      'DENY',
    ],
    [
      'session policy and identity allow',
      LOGIC,
      session,
      { identity: [ALL], session: [ALL] },
      'ALLOW',
    ],
    ['a session policy grants nothing', LOGIC, session, { session: [ALL] }, 'DENY'],
    ['a federated user without a session policy', LOGIC, federated, { identity: [ALL] }, 'DENY'],
    ['a federated user with one', LOGIC, federated, { identity: [ALL], session: [ALL] }, 'ALLOW'],
    [
      'a grant to a federated user',
      LOGIC,
      federated,
      { resource: FEDERATED, boundary: NONE },
      'ALLOW',
    ],
    [
      'a grant to the user who federated',
      LOGIC,
      federated,
      { resource: USER, session: [NONE] },
      'DENY',
    ],
    [
      'the same, with a session policy that allows',
      LOGIC,
      federated,
      { resource: USER, session: [ALL] },
      'ALLOW',
    ],

    [
      'a grant to an account leaves it to identities',
      PRINCIPAL,
      user,
      { resource: AN_ACCOUNT },
      'DENY',
    ],
    ['a grant to an account by ARN too', PRINCIPAL, user, { resource: ROOT }, 'DENY'],
    [
      'a grant to everyone needs no other in the account',
      PRINCIPAL,
      user,
      { resource: EVERYONE },
      'ALLOW',
    ],
    ['{"AWS": "*"} is everyone', PRINCIPAL, user, { resource: to({ AWS: '*' }) }, 'ALLOW'],
    [
      'a grant to everyone by role ARN passes a boundary',
      PRINCIPAL,
      session,
      { resource: OF_ARN, boundary: NONE, session: [NONE] },
      'ALLOW',
    ],
    [
      'whether one without the ARN does is not documented',
      PRINCIPAL,
      session,
      { resource: EVERYONE, boundary: NONE },
      'UNKNOWN',
    ],
    [
      'nor whether one for all but a role does',
      PRINCIPAL,
      session,
      {
        resource: to('*', { Condition: { ArnNotEquals: { 'aws:PrincipalArn': user.arn } } }),
        boundary: NONE,
      },
      'UNKNOWN',
    ],
    [
      'part of a name is no wildcard',
      PRINCIPAL,
      user,
      { resource: to({ AWS: `arn:aws:iam::${ACCOUNT}:user/*` }) },
      'DENY',
    ],
    [
      'names of users have a case',
      PRINCIPAL,
      user,
      { resource: to({ AWS: user.arn.replace('bob', 'Bob') }) },
      'DENY',
    ],
    [
      'several principals of one kind',
      PRINCIPAL,
      user,
      { resource: to({ AWS: [OTHER, user.arn] }) },
      'ALLOW',
    ],
    [
      'a canonical user is of an unknown account',
      PRINCIPAL,
      user,
      { resource: to({ CanonicalUser: '79a5' }), resourceMustAllow: true, identity: [ALL] },
      'UNKNOWN',
    ],

    [
      'a key policy must allow',
      KMS,
      user,
      { identity: [ALL], resource: to({ AWS: OTHER }), resourceMustAllow: true },
      'DENY',
    ],
    [
      'even the root user',
      KMS,
      root,
      { resource: to({ AWS: OTHER }), resourceMustAllow: true },
      'DENY',
    ],
    [
      'a key policy lets identities decide',
      KMS,
      user,
      { identity: [ALL], resource: ROOT, resourceMustAllow: true },
      'ALLOW',
    ],
    [
      'a key policy that does, for an identity that may not',
      KMS,
      user,
      { resource: ROOT, resourceMustAllow: true },
      'DENY',
    ],
    [
      'a key policy allows by itself',
      KMS,
      user,
      { resource: USER, resourceMustAllow: true },
      'ALLOW',
    ],
    [
      'a trust policy names the role',
      LOGIC,
      session,
      { resource: ROLE, resourceMustAllow: true },
      'ALLOW',
    ],
    [
      'a trust policy names another',
      LOGIC,
      session,
      { identity: [ALL], resource: USER, resourceMustAllow: true },
      'DENY',
    ],
  ])('%s (%s)', (_, __, caller, policies, expected) => {
    expect(decided(caller, policies)).toBe(expected);
  });
});
