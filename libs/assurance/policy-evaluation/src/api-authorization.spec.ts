import { FALSE, TRUE, type Truth, unknownFor } from '@culvert/symbolic';
import { ACCOUNT, CALLERS, OTHER, policy, request } from '../test/requests';
import { to } from '../test/grants';
import {
  type Answer,
  authorizeApiCall,
  evaluateAccess,
  evaluatePolicies,
  OUTCOMES_ACROSS_ACCOUNTS,
  OUTCOMES_IN_ACCOUNT,
  type PolicyAnswer,
} from './index';

const FLOW =
  'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html';

const SAID: Readonly<Record<Answer, PolicyAnswer>> = {
  allow: { allows: TRUE, denies: FALSE },
  silent: { allows: FALSE, denies: FALSE },
  deny: { allows: TRUE, denies: TRUE },
};
const STATEMENTS: Readonly<Record<Answer, object>> = {
  allow: {},
  silent: { Action: 'ec2:*' },
  deny: { Effect: 'Deny' },
};

describe(`authorizeApiCall, as in ${FLOW}`, () => {
  it.each([
    ['A', ACCOUNT, OUTCOMES_IN_ACCOUNT],
    ['B', OTHER, OUTCOMES_ACROSS_ACCOUNTS],
  ] as const)(
    'decides with IAM by table %s, as the evaluation of policies does',
    (_, account, table) => {
      const sameAccount = account === ACCOUNT ? TRUE : FALSE;
      for (const { caller, resource, outcome } of table) {
        const decision = evaluateAccess(request(CALLERS.user, {}, { resourceAccount: account }), {
          identity: [policy(STATEMENTS[caller])],
          resource: to({ AWS: CALLERS.user.arn }, STATEMENTS[resource]),
        });
        const kind =
          decision.outcome === 'DENY' && decision.explicit ? 'EXPLICIT DENY' : 'IMPLICIT DENY';

        expect(decision.outcome === 'ALLOW' ? 'ALLOW' : kind).toBe(outcome);
        expect(
          authorizeApiCall({
            authorization: 'AWS_IAM',
            caller: SAID[caller],
            resource: SAID[resource],
            sameAccount,
          }),
        ).toEqual({ outcome });
      }
    },
  );

  it.each<[Answer, Answer | undefined, string]>([
    ['allow', 'silent', 'ALLOW'],
    ['allow', undefined, 'ALLOW'],
    ['silent', undefined, 'IMPLICIT DENY'],
    ['silent', 'allow', 'ALLOW'],
    ['allow', 'deny', 'EXPLICIT DENY'],
    ['deny', 'allow', 'EXPLICIT DENY'],
  ])(
    'decides with a Lambda authorizer by table A, wherever the caller is: %s, %s',
    (caller, resource, outcome) => {
      expect(
        authorizeApiCall({
          authorization: 'CUSTOM',
          caller: SAID[caller],
          ...(resource && { resource: SAID[resource] }),
          sameAccount: FALSE,
        }),
      ).toEqual({ outcome });
    },
  );

  it.each<['NONE' | 'COGNITO_USER_POOLS', Answer, Answer | undefined, string]>([
    ['NONE', 'silent', 'allow', 'ALLOW'],
    ['NONE', 'silent', 'silent', 'IMPLICIT DENY'],
    ['NONE', 'silent', 'deny', 'EXPLICIT DENY'],
    ['NONE', 'silent', undefined, 'ALLOW'],
    ['COGNITO_USER_POOLS', 'allow', 'allow', 'ALLOW'],
    ['COGNITO_USER_POOLS', 'allow', 'silent', 'IMPLICIT DENY'],
    ['COGNITO_USER_POOLS', 'allow', 'deny', 'EXPLICIT DENY'],
    ['COGNITO_USER_POOLS', 'allow', undefined, 'ALLOW'],
    ['COGNITO_USER_POOLS', 'silent', 'allow', 'IMPLICIT DENY'],
  ])(
    'needs an explicit allow of the policy with %s: %s, %s',
    (authorization, caller, resource, outcome) => {
      expect(
        authorizeApiCall({
          authorization,
          caller: SAID[caller],
          ...(resource && { resource: SAID[resource] }),
          sameAccount: TRUE,
        }),
      ).toEqual({ outcome });
    },
  );

  const maybe = (fact: string): Truth => unknownFor(fact);

  it('names what is missing, and only where it matters', () => {
    const call = { authorization: 'AWS_IAM', resource: SAID.allow } as const;

    expect(authorizeApiCall({ ...call, sameAccount: maybe('account') })).toEqual({
      outcome: 'UNKNOWN',
      missing: ['account'],
    });
    expect(
      authorizeApiCall({ ...call, caller: SAID.allow, sameAccount: maybe('account') }),
    ).toEqual({ outcome: 'ALLOW' });
    expect(
      authorizeApiCall({
        authorization: 'CUSTOM',
        caller: { allows: maybe('authorizer'), denies: FALSE },
        resource: { allows: FALSE, denies: maybe('endpoint') },
        sameAccount: TRUE,
      }),
    ).toEqual({ outcome: 'UNKNOWN', missing: ['authorizer', 'endpoint'] });
    expect(
      authorizeApiCall({
        authorization: 'CUSTOM',
        caller: { allows: maybe('authorizer'), denies: maybe('authorizer') },
        resource: SAID.deny,
        sameAccount: TRUE,
      }),
    ).toEqual({ outcome: 'EXPLICIT DENY' });
  });

  it('refuses what nothing allows, whether or not it is denied too', () => {
    const resource = { allows: FALSE, denies: maybe('agent') };

    expect(
      authorizeApiCall({ authorization: 'AWS_IAM', resource, sameAccount: maybe('account') }),
    ).toEqual({ outcome: 'IMPLICIT DENY' });
    expect(authorizeApiCall({ authorization: 'NONE', resource, sameAccount: TRUE })).toEqual({
      outcome: 'IMPLICIT DENY',
    });
  });

  it('takes what policies say', () => {
    const resource = evaluatePolicies(
      'resource',
      [
        to('*'),
        to('*', {
          Effect: 'Deny',
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
        }),
      ],
      request(CALLERS.anonymous, { 'aws:SourceVpce': 'vpce-9' }),
    );

    expect(authorizeApiCall({ authorization: 'NONE', resource, sameAccount: FALSE })).toEqual({
      outcome: 'EXPLICIT DENY',
    });
    expect(evaluatePolicies('identity', [policy({})], request(CALLERS.user))).toMatchObject(
      SAID.allow,
    );
  });
});
