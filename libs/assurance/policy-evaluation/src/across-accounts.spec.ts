import {
  ALL,
  AN_ACCOUNT,
  DENY,
  EVERYONE,
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
const CROSS = `${IAM}/reference_policies_evaluation-logic-cross-account.html`;
const PRINCIPAL = `${IAM}/reference_policies_elements_principal.html`;
const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest/userguide';

const { user, session, root, service, anonymous, identity: web } = CALLERS;

type Row = [what: string, url: string, Caller, Policies, string];

describe('evaluateAccess, across accounts', () => {
  it.each<Row>([
    ['both allow', CROSS, user, { identity: [ALL], resource: USER }, 'ALLOW'],
    ['only the identity is allowed', CROSS, user, { identity: [ALL] }, 'DENY'],
    ['only the resource allows', CROSS, user, { resource: USER }, 'DENY'],
    ['the resource allows the account', CROSS, user, { identity: [ALL], resource: ROOT }, 'ALLOW'],
    [
      'the resource allows everyone',
      PRINCIPAL,
      user,
      { identity: [ALL], resource: EVERYONE },
      'ALLOW',
    ],
    ['everyone still needs an identity', PRINCIPAL, user, { resource: EVERYONE }, 'DENY'],
    [
      'a boundary limits even a user',
      CROSS,
      user,
      { identity: [ALL], resource: USER, boundary: NONE },
      'DENY',
    ],
    [
      'a session policy limits even a session',
      CROSS,
      session,
      { identity: [ALL], resource: SESSION, session: [NONE] },
      'DENY',
    ],
    ['either denies', CROSS, user, { identity: [ALL, DENY], resource: USER }, 'EXPLICIT DENY'],
    ['the root user of the other account', CROSS, root, { resource: AN_ACCOUNT }, 'ALLOW'],
    [
      'a grant to the account of the resource',
      CROSS,
      user,
      { identity: [ALL], resource: to({ AWS: OTHER }) },
      'DENY',
    ],
    [
      'a trust policy and no identity',
      CROSS,
      session,
      { resource: ROLE, resourceMustAllow: true },
      'DENY',
    ],
    [
      'a trust policy and an identity',
      CROSS,
      session,
      { identity: [ALL], resource: ROLE, resourceMustAllow: true },
      'ALLOW',
    ],
  ])('%s (%s)', (_, __, caller, policies, expected) => {
    expect(decided(caller, policies, OTHER)).toBe(expected);
  });
});

describe('evaluateAccess, callers of no account', () => {
  it.each<Row>([
    [
      'a service that is named',
      PRINCIPAL,
      service,
      { resource: to({ Service: service.name }) },
      'ALLOW',
    ],
    [
      'another service',
      PRINCIPAL,
      service,
      { resource: to({ Service: 'ec2.amazonaws.com' }) },
      'DENY',
    ],
    ['"*" of services', PRINCIPAL, service, { resource: to({ Service: '*' }) }, 'UNKNOWN'],
    [
      'a service is no AWS principal',
      PRINCIPAL,
      service,
      { resource: to({ AWS: ACCOUNT }) },
      'DENY',
    ],
    [
      'service control policies do not apply to services',
      `${ORGANIZATIONS}/orgs_manage_policies_scps.html`,
      service,
      { resource: to({ Service: service.name }), serviceControl: [[NONE]] },
      'ALLOW',
    ],
    [
      'an identity provider',
      PRINCIPAL,
      web,
      { resource: to({ Federated: web.provider }), resourceMustAllow: true },
      'ALLOW',
    ],
    [
      'another identity provider',
      PRINCIPAL,
      web,
      { resource: to({ Federated: 'www.amazon.com' }), resourceMustAllow: true },
      'DENY',
    ],
    ['the public', PRINCIPAL, anonymous, { resource: EVERYONE }, 'ALLOW'],
    ['the public is no account', PRINCIPAL, anonymous, { resource: ROOT }, 'DENY'],
    ['the public has no ARN', PRINCIPAL, anonymous, { resource: OF_ARN }, 'DENY'],
  ])('%s (%s)', (_, __, caller, policies, expected) => {
    expect(decided(caller, policies)).toBe(expected);
  });
});
