import { SymbolicText } from '@culvert/symbolic';
import { CALLERS, outcome, named, policy, request, tested } from '../test/requests';
import {
  type AccessRequest,
  type Caller,
  type ContextValue,
  evaluateAccess,
  OPEN,
  parsePolicy,
} from './index';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const ACTION = `${IAM}/reference_policies_elements_action.html`;
const NOT_ACTION = `${IAM}/reference_policies_elements_notaction.html`;
const RESOURCE = `${IAM}/reference_policies_elements_resource.html`;
const VARIABLES = `${IAM}/reference_policies_variables.html`;

function decide(statement: object, more: Partial<AccessRequest> = {}, keys = {}): string {
  return outcome(
    evaluateAccess(request(CALLERS.user, keys, more), { identity: [policy(statement)] }),
  );
}

describe('actions', () => {
  it.each<[object, string, string, string]>([
    [{ Action: 'iam:*AccessKey*' }, 'iam:CreateAccessKey', 'ALLOW', ACTION],
    [{ Action: 'S3:getobject' }, 's3:GetObject', 'ALLOW', ACTION],
    [{ Action: 's3:Get?bject' }, 's3:GetObject', 'ALLOW', ACTION],
    [{ Action: ['ec2:*', 's3:List*'] }, 's3:GetObject', 'DENY', ACTION],
    [{ Action: 's3:Get' }, 's3:GetObject', 'DENY', ACTION],
    [{ NotAction: 'iam:*' }, 's3:GetObject', 'ALLOW', NOT_ACTION],
    [{ NotAction: ['iam:*', 'S3:*'] }, 's3:GetObject', 'DENY', NOT_ACTION],
  ])('%j and %s: %s', (statement, action, expected) => {
    expect(decide(statement, { action })).toBe(expected);
  });
});

describe('resources', () => {
  it.each<[object, string, string, string]>([
    [
      { Resource: 'arn:aws:iam::123456789012:user/accounting/*' },
      'arn:aws:iam::123456789012:user/accounting/a/b',
      'ALLOW',
      RESOURCE,
    ],
    [{ Resource: 'arn:aws:s3:::Orders' }, 'arn:aws:s3:::orders', 'DENY', RESOURCE],
    [{ Resource: 'arn:aws:s3:::order?/*' }, 'arn:aws:s3:::orders/1', 'ALLOW', RESOURCE],
    [{ Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] }, 'arn:aws:s3:::b', 'ALLOW', RESOURCE],
    [
      { Resource: 'arn:aws:logs:*:*:log-group:/aws/*:*' },
      'arn:aws:logs:r:1:log-group:/aws/a:log-stream:b',
      'ALLOW',
      RESOURCE,
    ],
    [
      { Resource: 'arn:aws:logs:*' },
      'arn:aws:logs:r:1:log-group:/aws/a:log-stream:b',
      'ALLOW',
      RESOURCE,
    ],
    [
      { Resource: 'arn:aws:logs:r:1:log-group:/aws/*/b' },
      'arn:aws:logs:r:1:log-group:/aws/a:c/b',
      'UNKNOWN',
      RESOURCE,
    ],
    [{ NotResource: 'arn:aws:s3:::a*' }, 'arn:aws:s3:::b', 'ALLOW', RESOURCE],
    [{ NotResource: ['arn:aws:s3:::a*', '*:b'] }, 'arn:aws:s3:::b', 'DENY', RESOURCE],
  ])('%j and %s: %s', (statement, resource, expected) => {
    expect(decide(statement, { resource })).toBe(expected);
  });
});

describe('variables', () => {
  type Keys = Readonly<Record<string, ContextValue>>;
  const BOB = { 'aws:username': 'bob' };
  const TEAM = { 'aws:PrincipalTag/team': 'orders' };

  it.each<[string, string, Keys, string, string]>([
    ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/bob/1', BOB, 'ALLOW', VARIABLES],
    ['arn:aws:s3:::b/${aws:username}/*', 'arn:aws:s3:::b/eve/1', BOB, 'DENY', VARIABLES],
    ['arn:aws:s3:::b/${AWS:UserName}', 'arn:aws:s3:::b/bob', BOB, 'ALLOW', VARIABLES],
    ['arn:aws:s3:::b/${aws:PrincipalTag/team}', 'arn:aws:s3:::b/orders', TEAM, 'ALLOW', VARIABLES],
    ['arn:aws:s3:::b/${aws:PrincipalTag/team}', 'arn:aws:s3:::b/', {}, 'DENY', VARIABLES],
    [
      "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}",
      'arn:aws:s3:::b/none',
      {},
      'ALLOW',
      VARIABLES,
    ],
    [
      "arn:aws:s3:::b/${aws:PrincipalTag/team, 'none'}",
      'arn:aws:s3:::b/none',
      TEAM,
      'DENY',
      VARIABLES,
    ],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/*', {}, 'ALLOW', VARIABLES],
    ['arn:aws:s3:::b/${*}', 'arn:aws:s3:::b/x', {}, 'DENY', VARIABLES],
    ['arn:aws:s3:::b/${?}${$}', 'arn:aws:s3:::b/?$', {}, 'ALLOW', VARIABLES],
    [
      'arn:aws:s3:::b/${aws:username}',
      'arn:aws:s3:::b/x',
      { 'aws:username': '*' },
      'DENY',
      VARIABLES,
    ],
    [
      'arn:aws:s3:::b/${aws:username}',
      'arn:aws:s3:::b/bob',
      { 'aws:username': OPEN },
      'UNKNOWN',
      VARIABLES,
    ],
    [
      'arn:aws:s3:::b/${aws:username}',
      'arn:aws:s3:::c/bob',
      { 'aws:username': OPEN },
      'DENY',
      VARIABLES,
    ],
    [
      'arn:aws:s3:::b/*${aws:username}',
      'arn:aws:s3:::b/bob',
      { 'aws:username': ['bob', 'eve'] },
      'UNKNOWN',
      VARIABLES,
    ],
  ])('%s and %s, with %j: %s', (resource, requested, keys, expected) => {
    expect(decide({ Resource: resource }, { resource: requested }, keys)).toBe(expected);
  });

  it('know the name of a user, and that others have none', () => {
    const allows = { Resource: 'arn:aws:s3:::b/${aws:username}' };
    const identity = [policy(allows)];
    const asks = (caller: Caller) =>
      outcome(
        evaluateAccess(request(caller, {}, { resource: 'arn:aws:s3:::b/bob' }), { identity }),
      );

    expect(asks(CALLERS.user)).toBe('ALLOW');
    expect(asks({ ...CALLERS.user, arn: { unknown: 'aws_iam_user.x.arn' } })).toBe('UNKNOWN');
    expect(asks(CALLERS.session)).toBe('DENY');
  });

  it('are characters in policies of 2008', () => {
    const of = (version: string) =>
      outcome(
        tested({ StringEquals: { 'x:k': '${aws:username}' } }, { 'x:k': 'bob', ...BOB }, version),
      );

    expect([of('2012-10-17'), of('2008-10-17')]).toEqual(['ALLOW', 'DENY']);
  });

  it.each<[object, string]>([
    [{ StringEquals: { 'x:k': '${x:team}' } }, 'DENY'],
    [{ StringEquals: { 'x:k': ['a', '${x:team}'] } }, 'UNKNOWN'],
    [{ StringNotEquals: { 'x:k': '${x:team}' } }, 'UNKNOWN'],
    [{ StringNotEquals: { 'x:k': ['a', '${x:team}'] } }, 'DENY'],
    [{ StringLike: { 'x:k': '${x:team}*' }, Null: { 'x:team': 'false' } }, 'DENY'],
    [{ NumericEquals: { 'x:k': '1' } }, 'DENY'],
  ])('that the request lacks, in %j: %s', (condition, expected) => {
    expect(outcome(tested(condition, { 'x:k': 'a' }))).toBe(expected);
  });

  it('that the request may lack settle nothing', () => {
    const keys = { 'x:k': 'a', 'x:team': OPEN };

    expect(tested({ StringLike: { 'x:k': ['${x:team}*', 'b'] } }, keys)).toMatchObject({
      missing: ['whether AWS ignores a statement for want of ${x:team}', 'x:team of the request'],
    });
    expect(outcome(tested({ StringNotEquals: { 'x:k': 'b${x:team}' } }, keys))).toBe('UNKNOWN');
    expect(outcome(tested({ StringEquals: { 'x:k': 'b${x:team}' } }, keys))).toBe('DENY');
  });

  it('of which a part is a symbol settle nothing', () => {
    const value = SymbolicText.of('${aws:PrincipalTag/', { unknown: 'var.tag' }, '}');

    expect(tested({ StringEquals: { 'x:k': value } }, { 'x:k': 'a' })).toMatchObject({
      outcome: 'UNKNOWN',
      missing: expect.arrayContaining(['var.tag']),
    });
  });
});

describe('statements', () => {
  it('without a Principal settle nothing for a resource', () => {
    expect(evaluateAccess(request(CALLERS.user), { resource: policy({}) })).toMatchObject({
      outcome: 'UNKNOWN',
      missing: ['the Principal of a statement'],
    });
  });

  it('without a Resource apply to the one they belong to', () => {
    const trust = named(
      parsePolicy({
        Statement: {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'apigateway.amazonaws.com' },
        },
      }),
    );
    const assume = request(CALLERS.service, {}, { action: 'sts:AssumeRole' });

    expect(outcome(evaluateAccess(assume, { resource: trust, resourceMustAllow: true }))).toBe(
      'ALLOW',
    );
  });
});
