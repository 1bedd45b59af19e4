import { ALL, DENY, EVERYONE, NONE, USER } from '../test/grants';
import { CALLERS, decided, outcome, policy, request } from '../test/requests';
import { evaluateAccess } from './index';

const { user, anonymous } = CALLERS;

describe('evaluateAccess, reasons', () => {
  const sid = (name: string, more: object = {}) => policy({ Sid: name, ...more });

  it('names the statements that allow', () => {
    expect(
      evaluateAccess(request(user), { identity: [NONE, sid('Read')], endpoint: EVERYONE }),
    ).toEqual({
      outcome: 'ALLOW',
      by: [
        { kind: 'identity', policy: 'p', statement: 'Read' },
        { kind: 'endpoint', policy: 'p', statement: '[0]' },
      ],
    });
  });

  it('names the statements that deny', () => {
    expect(
      evaluateAccess(request(user), { identity: [ALL, sid('No', { Effect: 'Deny' })] }),
    ).toEqual({
      outcome: 'DENY',
      explicit: true,
      by: [{ kind: 'identity', policy: 'p', statement: 'No' }],
      lacking: [],
    });
  });

  it('names the kinds of policy that do not allow', () => {
    expect(
      evaluateAccess(request(user), { identity: [ALL], boundary: NONE, resource: NONE }),
    ).toMatchObject({ outcome: 'DENY', explicit: false, lacking: ['resource', 'boundary'] });
  });

  it('names the facts that are missing, and the statements that depend on them', () => {
    const endpoint = { unknown: 'aws_vpc_endpoint.api.id' };
    const resource = policy(
      { Principal: '*' },
      {
        Sid: 'OnlyThere',
        Effect: 'Deny',
        Principal: '*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': endpoint } },
      },
    );
    const from = (sourceVpce: typeof endpoint | string) =>
      evaluateAccess(request(anonymous, { 'aws:SourceVpce': sourceVpce }), { resource });

    expect(outcome(from(endpoint))).toBe('ALLOW');
    expect(from('vpce-1')).toEqual({
      outcome: 'UNKNOWN',
      by: [{ kind: 'resource', policy: 'p', statement: 'OnlyThere' }],
      missing: ['aws_vpc_endpoint.api.id'],
    });
  });

  it('does not guess the account of the resource', () => {
    const unknown = { unknown: 'data.aws_caller_identity.current.account_id' };

    expect(decided(user, { identity: [ALL] }, unknown)).toBe('UNKNOWN');
    expect(decided(user, { identity: [ALL], resource: USER }, unknown)).toBe('ALLOW');
    expect(decided(user, {}, unknown)).toBe('DENY');
  });

  it('takes a policy that is not known for anything', () => {
    const policies = { identity: [policy({ Condition: { unknown: 'aws_iam_policy.x.policy' } })] };

    expect(evaluateAccess(request(user), policies)).toMatchObject({
      outcome: 'UNKNOWN',
      missing: ['aws_iam_policy.x.policy'],
    });
    expect(outcome(evaluateAccess(request(user), { identity: [DENY, ...policies.identity] }))).toBe(
      'EXPLICIT DENY',
    );
  });
});
