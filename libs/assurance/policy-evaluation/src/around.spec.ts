import { ALL, DENY, EVERYONE, NONE, SESSION, USER, to } from '../test/grants';
import { ACCOUNT, CALLERS, decided, policy } from '../test/requests';
import type { Caller, Policies } from './index';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const NOT_PRINCIPAL = `${IAM}/reference_policies_elements_notprincipal.html`;
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide';

const { user, session, root, anonymous } = CALLERS;

type Row = [what: string, url: string, Caller, Policies, string];

describe('evaluateAccess, what is around', () => {
  const scp = `${ORGANIZATIONS}/orgs_manage_policies_scps_evaluation.html`;
  const rcp = `${ORGANIZATIONS}/orgs_manage_policies_rcps.html`;
  const endpoint = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html';
  const linked = {
    ...session,
    roleArn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps`,
  };

  it.each<Row>([
    [
      'every level allows',
      scp,
      user,
      { identity: [ALL], serviceControl: [[ALL], [NONE, ALL]] },
      'ALLOW',
    ],
    ['one level does not', scp, user, { identity: [ALL], serviceControl: [[ALL], [NONE]] }, 'DENY'],
    ['a control policy grants nothing', scp, user, { serviceControl: [[ALL]] }, 'DENY'],
    [
      'a control policy denies',
      scp,
      user,
      { identity: [ALL], serviceControl: [[ALL, DENY]] },
      'EXPLICIT DENY',
    ],
    ['even the root user', scp, root, { serviceControl: [[NONE]] }, 'DENY'],
    [
      'even what a resource grants',
      scp,
      user,
      { resource: USER, serviceControl: [[NONE]] },
      'DENY',
    ],
    [
      'not a service-linked role',
      scp,
      linked,
      { identity: [ALL], serviceControl: [[NONE]] },
      'ALLOW',
    ],
    [
      'a resource control policy allows',
      rcp,
      user,
      { identity: [ALL], resourceControl: [[EVERYONE]] },
      'ALLOW',
    ],
    [
      'a resource control policy denies',
      rcp,
      anonymous,
      { resource: EVERYONE, resourceControl: [[to('*', { Effect: 'Deny' })]] },
      'EXPLICIT DENY',
    ],
    ['an endpoint allows', endpoint, user, { identity: [ALL], endpoint: EVERYONE }, 'ALLOW'],
    ['an endpoint does not', endpoint, user, { identity: [ALL], endpoint: SESSION }, 'DENY'],
    ['an endpoint grants nothing', endpoint, user, { endpoint: EVERYONE }, 'DENY'],
    [
      'an endpoint denies',
      endpoint,
      user,
      { resource: USER, endpoint: to('*', { Effect: 'Deny' }) },
      'EXPLICIT DENY',
    ],
  ])('%s (%s)', (_, __, caller, policies, expected) => {
    expect(decided(caller, policies)).toBe(expected);
  });
});

describe('evaluateAccess, NotPrincipal', () => {
  const but = (...arns: string[]) => ({
    identity: [ALL],
    resource: policy({ NotPrincipal: { AWS: arns }, Effect: 'Deny' }),
  });

  it.each<Row>([
    ['who is not listed', NOT_PRINCIPAL, user, but(session.roleArn), 'EXPLICIT DENY'],
    ['user and account are listed', NOT_PRINCIPAL, user, but(user.arn, ACCOUNT), 'ALLOW'],
    ['the user only', NOT_PRINCIPAL, user, but(user.arn), 'UNKNOWN'],
    ['role and account are listed', NOT_PRINCIPAL, session, but(session.roleArn, ACCOUNT), 'ALLOW'],
    ['the session only', NOT_PRINCIPAL, session, but(session.sessionArn), 'UNKNOWN'],
    [
      'a boundary',
      NOT_PRINCIPAL,
      user,
      { ...but(user.arn, ACCOUNT), boundary: ALL },
      'EXPLICIT DENY',
    ],
    ['the public', NOT_PRINCIPAL, anonymous, but(ACCOUNT), 'EXPLICIT DENY'],
  ])('%s (%s)', (_, __, caller, policies, expected) => {
    expect(decided(caller, policies)).toBe(expected);
  });
});
