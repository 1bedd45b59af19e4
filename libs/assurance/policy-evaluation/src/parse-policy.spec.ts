import { SymbolicText } from '@culvert/symbolic';
import * as fc from 'fast-check';
import { parsePolicy, PolicyError } from './index';

const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };
const X = { unknown: 'aws_vpc_endpoint.api.id' };

function problems(source: Parameters<typeof parsePolicy>[0]): readonly string[] {
  try {
    parsePolicy(source);
  } catch (error) {
    if (error instanceof PolicyError) {
      return error.message.split('\n');
    }
    throw error;
  }
  return [];
}

describe('parsePolicy', () => {
  it('takes one statement or several, and one value or several', () => {
    const one = parsePolicy({ Version: '2012-10-17', Statement: ALLOW });
    const list = { Effect: 'Allow', Action: ['*'], Resource: ['*'] };

    expect(parsePolicy({ Version: '2012-10-17', Statement: [list] })).toEqual(one);
    expect(parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: ALLOW }))).toEqual(one);
  });

  it('takes numbers and booleans in conditions', () => {
    const condition = {
      Bool: { 'aws:SecureTransport': false },
      NumericLessThan: { 'x:n': [1, 2.5] },
    };
    const { statements } = parsePolicy({ Statement: { ...ALLOW, Condition: condition } });

    expect(statements[0]?.conditions.map(({ values }) => values)).toEqual([
      ['false'],
      ['1', '2.5'],
    ]);
  });

  it('is of 2008 when it does not say', () => {
    expect(parsePolicy({ Statement: [] }).version).toBe('2008-10-17');
  });

  it('names statements by Sid, or else by position', () => {
    const { statements } = parsePolicy({
      Statement: [ALLOW, { ...ALLOW, Sid: 'Read' }, { ...ALLOW, Sid: '' }],
    });

    expect(statements.map(({ id }) => id)).toEqual(['[0]', 'Read', '[2]']);
  });

  it('reads operators with their qualifiers', () => {
    const { statements } = parsePolicy({
      Statement: { ...ALLOW, Condition: { 'ForAllValues:StringNotLikeIfExists': { 'x:k': 'a' } } },
    });

    expect(statements[0]?.conditions).toEqual([
      {
        operator: { name: 'StringNotLike', set: 'ForAllValues', ifExists: true },
        key: 'x:k',
        values: ['a'],
      },
    ]);
  });

  it.each<[string, object | string, string]>([
    ['no JSON', '{"Statement": ', 'the policy: expected JSON, found 14 characters that are none'],
    ['no object', '[]', 'the policy: expected an object, found []'],
    ['no statement', {}, 'the policy: has no Statement: add one'],
    [
      'an unknown version',
      { Version: '2012', Statement: [] },
      '/Version: found "2012": use 2008-10-17 or 2012-10-17',
    ],
    [
      'an unknown element',
      { Statement: [], Comment: 'x' },
      '/Comment: is not an element of a policy here: use one of Version, Id, Statement',
    ],
    [
      'another case',
      { Statement: { ...ALLOW, effect: 'Deny' } },
      '/Statement/effect: is not an element of a policy: write it Effect',
    ],
    [
      'no effect',
      { Statement: { Action: '*' } },
      '/Statement/Effect: found nothing: use Allow or Deny',
    ],
    [
      'another effect',
      { Statement: [{ ...ALLOW, Effect: 'allow' }] },
      '/Statement/0/Effect: found "allow": use Allow or Deny',
    ],
    [
      'no action',
      { Statement: { Effect: 'Allow', Resource: '*' } },
      '/Statement: has no Action: add one',
    ],
    [
      'an element and its opposite',
      { Statement: { ...ALLOW, NotAction: 'a' } },
      '/Statement: has Action and NotAction: remove one of them',
    ],
    [
      'a value that is no text',
      { Statement: { ...ALLOW, Resource: ['*', {}] } },
      '/Statement/Resource/1: expected text, found {}',
    ],
    [
      'an unknown kind of principal',
      { Statement: { ...ALLOW, Principal: { Aws: '1' } } },
      '/Statement/Principal/Aws: is not an element of a policy: write it AWS',
    ],
    [
      'a principal that is text',
      { Statement: { ...ALLOW, Principal: '123' } },
      '/Statement/Principal: found "123": use "*" or an object such as {"AWS": …}',
    ],
    [
      'an unknown operator',
      { Statement: { ...ALLOW, Condition: { 'String~Like': { a: 'b' } } } },
      '/Statement/Condition/String~0Like: is not a condition operator: use one such as StringEquals',
    ],
    [
      'Null with IfExists',
      { Statement: { ...ALLOW, Condition: { NullIfExists: { a: 'true' } } } },
      '/Statement/Condition/NullIfExists: is not a condition operator: use one such as StringEquals',
    ],
    [
      'an operator of no keys',
      { Statement: { ...ALLOW, Condition: { Bool: 'true' } } },
      '/Statement/Condition/Bool: expected an object, found "true"',
    ],
    [
      'a range that is none',
      { Statement: { ...ALLOW, Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/33' } } } },
      '/Statement/Condition/IpAddress/aws:SourceIp: expected an address or a range such as 192.0.2.0/24, found "10.0.0.0/33"',
    ],
    [
      'a number that is none',
      { Statement: { ...ALLOW, Condition: { NumericEquals: { 'a/b': 'x' } } } },
      '/Statement/Condition/NumericEquals/a~1b: expected a number, found "x"',
    ],
    [
      'a time that is none',
      { Statement: { ...ALLOW, Condition: { DateEquals: { a: '31.1.2030' } } } },
      '/Statement/Condition/DateEquals/a: expected a time such as 2030-01-31T12:00:00Z, found "31.1.2030"',
    ],
    [
      'base64 that is none',
      { Statement: { ...ALLOW, Condition: { BinaryEquals: { a: '!' } } } },
      '/Statement/Condition/BinaryEquals/a: expected base64, found "!"',
    ],
    [
      'Null of text',
      { Statement: { ...ALLOW, Condition: { Null: { a: 'yes' } } } },
      '/Statement/Condition/Null/a: expected true or false, found "yes"',
    ],
  ])('fails on %s, with its place', (_, source, expected) => {
    expect(problems(source)).toEqual([expect.stringContaining(expected)]);
  });

  it('does not show text that is no policy', () => {
    expect(problems('hunter2-hunter2').join()).not.toContain('hunter2');
  });

  it('names every mistake at once', () => {
    expect(
      problems({ Version: 1, Statement: [{}, { Effect: 'No', Action: 1, Resource: null }] }),
    ).toEqual([
      '/Version: found 1: use 2008-10-17 or 2012-10-17',
      '/Statement/0: has no Action: add one',
      '/Statement/0/Effect: found nothing: use Allow or Deny',
      '/Statement/1/Resource: expected text, found null',
      '/Statement/1/Effect: found "No": use Allow or Deny',
    ]);
  });

  it('reads JSON of which parts are symbols, within values and as values', () => {
    const source = SymbolicText.of(
      '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "a\\"b", "Resource": ["arn:',
      X,
      '/*"], "Condition": ',
      { unknown: 'local.condition' },
      '}}',
    );
    const statement = parsePolicy(source).statements[0];

    expect(statement?.resources?.values).toEqual([SymbolicText.of('arn:', X, '/*')]);
    expect(statement?.actions?.values).toEqual(['a"b']);
    expect(statement?.unread).toEqual(['local.condition']);
    expect(parsePolicy(SymbolicText.of(X)).statements).toMatchObject([{ unread: [X.unknown] }]);
  });

  it('takes conditions of which a key is a symbol for anything', () => {
    const source = SymbolicText.of(
      '{"Statement": {"Effect": "Allow", "Action": "*", "Condition": {"StringEquals": {"',
      { unknown: 'var.issuer' },
      ':sub": "x"}, "Bool": {"aws:SecureTransport": "true"}}}}',
    );

    expect(parsePolicy(source).statements[0]).toMatchObject({
      unread: ['${var.issuer}:sub'],
      conditions: [{ key: 'aws:SecureTransport' }],
    });
  });

  it('gives a policy or says what is wrong, whatever it is given', () => {
    const keys = fc.constantFrom(
      'Version',
      'Statement',
      'Effect',
      'Action',
      'Principal',
      'Condition',
      'AWS',
      'Null',
      'x',
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('Allow', '*', '2012-10-17', 'true', 1, null, X),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(keys, tree), (source) => {
        const found = problems(source);
        expect(found.every((line) => /^(?:the policy|\/)/u.test(line))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
