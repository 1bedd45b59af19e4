import { SymbolicText, type Text } from '@culvert/symbolic';
import { CALLERS, named, outcome, policy, request, tested } from '../test/requests';
import { type ContextValue, evaluateAccess, OPEN, parsePolicy } from './index';

const X = { unknown: 'aws_x.a.id' };
const Y = { unknown: 'aws_y.a.id' };
const VPCE = { unknown: 'aws_vpc_endpoint.a.id', shape: /^vpce-[0-9a-f]+$/ };

describe('conditions, values that are not known', () => {
  it.each<[string, unknown, ContextValue, string, ...string[]]>([
    ['StringEquals', X, X, 'ALLOW'],
    ['StringNotEquals', X, X, 'DENY'],
    ['StringEquals', X, Y, 'UNKNOWN', 'aws_x.a.id', 'aws_y.a.id'],
    ['StringNotEquals', X, 'a', 'UNKNOWN', 'aws_x.a.id'],
    ['StringEquals', ['a', X], 'a', 'ALLOW'],
    ['StringNotEquals', ['a', X], 'a', 'DENY'],
    ['StringLike', 'vpce-*', VPCE, 'ALLOW'],
    ['StringEquals', 'vpce-xyz', VPCE, 'DENY'],
    ['StringLike', SymbolicText.of(X, '*'), SymbolicText.of(X, '/y'), 'ALLOW'],
    ['StringEqualsIgnoreCase', SymbolicText.of('A', X), SymbolicText.of('a', X), 'ALLOW'],
    ['NumericLessThan', '10', X, 'UNKNOWN', 'aws_x.a.id'],
    ['IpAddress', X, '192.0.2.1', 'UNKNOWN', 'aws_x.a.id'],
    ['NotIpAddress', [X, '192.0.2.0/24'], '192.0.2.1', 'DENY'],
    ['DateLessThan', '2030', X, 'UNKNOWN', 'aws_x.a.id'],
    ['BinaryEquals', 'QQ==', X, 'UNKNOWN', 'aws_x.a.id'],
    ['Bool', 'true', X, 'UNKNOWN', 'aws_x.a.id'],
    ['Null', X, 'a', 'UNKNOWN', 'aws_x.a.id'],
    ['Null', 'false', X, 'ALLOW'],
    ['ForAnyValue:StringEquals', 'a', [X, 'a'], 'ALLOW'],
    ['ForAllValues:StringEquals', 'a', [X, 'b'], 'DENY'],
    ['ForAllValues:StringEquals', 'a', [X, 'a'], 'UNKNOWN', 'aws_x.a.id'],
    ['StringEquals', 'a', OPEN, 'UNKNOWN', 'x:key of the request'],
    ['StringEqualsIfExists', 'a', OPEN, 'UNKNOWN', 'x:key of the request'],
    ['Null', 'true', OPEN, 'UNKNOWN', 'x:key of the request'],
    [
      'ArnLike',
      SymbolicText.of('arn:aws:iam::', X, ':role/*'),
      SymbolicText.of('arn:aws:iam::', X, ':role/a'),
      'ALLOW',
    ],
    ['ArnLike', 'arn:aws:iam::*:role/*', X, 'UNKNOWN', 'aws_x.a.id'],
    ['ArnLike', X, X, 'ALLOW'],
    ['ArnLike', SymbolicText.of(X, '/*'), SymbolicText.of(X, '/a'), 'ALLOW'],
  ])('%s %j, requested %j: %s', (operator, value, requested, expected, ...missing) => {
    const decision = tested({ [operator]: { 'x:key': value } }, { 'x:key': requested });

    expect(decision).toMatchObject({ outcome: expected, ...(missing.length > 0 && { missing }) });
  });

  it('takes keys that are not named for open, unless told that they are absent', () => {
    const identity = [policy({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })];
    const open = { ...request(CALLERS.user), context: {} };

    expect(evaluateAccess(open, { identity })).toMatchObject({
      missing: ['aws:SourceVpc of the request'],
    });
    expect(outcome(evaluateAccess(request(CALLERS.user), { identity }))).toBe('DENY');
  });

  it('takes a whole condition that is not known for anything', () => {
    expect(tested({ ...X }, {})).toMatchObject({ outcome: 'UNKNOWN', missing: [X.unknown] });
  });
});

describe('policies, parts that are not known', () => {
  const decide = (statement: object) =>
    evaluateAccess(request(CALLERS.user), { identity: [policy(statement)] });

  it.each<[string, object]>([
    ['action', { Action: X }],
    ['resource', { Resource: X }],
    ['effect', { Effect: X }],
    ['resources but one', { NotResource: [X, 'arn:aws:s3:::other'] }],
  ])('does not guess the %s', (_, statement) => {
    expect(decide(statement)).toMatchObject({ outcome: 'UNKNOWN', missing: [X.unknown] });
  });

  it.each<[string, object, string]>([
    ['action', { Action: [X, 's3:*'] }, 'ALLOW'],
    ['resource', { Resource: ['arn:aws:s3:::orders/*', X] }, 'ALLOW'],
    ['effect', { Effect: X, Action: 'ec2:*' }, 'DENY'],
    ['actions but one', { NotAction: [X, 's3:GetObject'] }, 'DENY'],
  ])('needs not know the %s where it does not matter', (_, statement, expected) => {
    expect(outcome(decide(statement))).toBe(expected);
  });

  it('names principals that are not known', () => {
    const grant = (principal: unknown) =>
      evaluateAccess(request(CALLERS.user), { resource: policy({ Principal: principal }) });

    expect(grant(X)).toMatchObject({ outcome: 'UNKNOWN', missing: [X.unknown] });
    expect(grant({ AWS: X })).toMatchObject({ outcome: 'UNKNOWN', missing: [X.unknown] });
    expect(outcome(grant({ Service: X }))).toBe('DENY');
  });

  it('knows a role and its session by a symbol', () => {
    const role = {
      unknown: 'aws_iam_role.caller.arn',
      shape: /^arn:aws:iam::\d+:role\/[\w-]+$/,
    };
    const caller = { type: 'AssumedRole', account: { unknown: 'account' }, roleArn: role } as const;
    const decide = (aws: Text) =>
      evaluateAccess(request(caller, {}, { resourceAccount: { unknown: 'account' } }), {
        resource: policy({ Principal: { AWS: aws } }),
      });

    expect(outcome(decide(role))).toBe('ALLOW');
    expect(decide('arn:aws:sts::111122223333:assumed-role/caller/x')).toMatchObject({
      missing: ["the session's ARN of ${aws_iam_role.caller.arn}"],
    });
  });

  it('knows the name of a session only when it is told', () => {
    const grant = policy({ Principal: { AWS: CALLERS.session.sessionArn } });
    const { sessionArn: _, ...anySession } = CALLERS.session;

    expect(evaluateAccess(request(anySession), { resource: grant })).toMatchObject({
      outcome: 'UNKNOWN',
    });
    expect(
      outcome(
        evaluateAccess(request(anySession), {
          resource: policy({
            Principal: { AWS: CALLERS.session.sessionArn.replace('caller', 'x') },
          }),
        }),
      ),
    ).toBe('DENY');
  });

  it('takes a whole policy that is not known for anything', () => {
    const resource = named(parsePolicy(X));

    expect(evaluateAccess(request(CALLERS.user), { resource })).toMatchObject({
      outcome: 'UNKNOWN',
      missing: [X.unknown],
      by: [{ kind: 'resource', policy: 'p', statement: '[0]' }, { kind: 'resource' }],
    });
  });
});
