import { outcome, tested } from '../test/requests';
import type { ContextValue } from './index';

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const OPERATORS = `${IAM}/reference_policies_elements_condition_operators.html`;
const VALUES = `${IAM}/reference_policies_condition-logic-multiple-context-keys-or-values.html`;
const SETS = `${IAM}/reference_policies_condition-single-vs-multi-valued-context-keys.html`;

type Row = [
  operator: string,
  value: unknown,
  requested: ContextValue,
  expected: 'ALLOW' | 'DENY' | 'UNKNOWN',
  url: string,
];

function check(operator: string, value: unknown, requested: ContextValue): string {
  return outcome(tested({ [operator]: { 'x:key': value } }, { 'x:key': requested }));
}

describe('conditions, one value', () => {
  it.each<Row>([
    ['StringEquals', 'a', 'a', 'ALLOW', OPERATORS],
    ['StringEquals', 'a', 'A', 'DENY', OPERATORS],
    ['StringEquals', 'a*', 'ab', 'DENY', OPERATORS],
    ['StringNotEquals', 'a', 'A', 'ALLOW', OPERATORS],
    ['StringEqualsIgnoreCase', 'aB', 'Ab', 'ALLOW', OPERATORS],
    ['StringNotEqualsIgnoreCase', 'aB', 'Ab', 'DENY', OPERATORS],
    ['StringLike', 't2.*', 't2.micro', 'ALLOW', OPERATORS],
    ['StringLike', 't?.micro', 't2.micro', 'ALLOW', OPERATORS],
    ['StringLike', 'T2.*', 't2.micro', 'DENY', OPERATORS],
    ['StringNotLike', 't2.*', 't2.micro', 'DENY', OPERATORS],
    ['NumericEquals', '10', '10.0', 'ALLOW', OPERATORS],
    ['NumericNotEquals', 10, '10', 'DENY', OPERATORS],
    ['NumericLessThanEquals', '10', '10', 'ALLOW', OPERATORS],
    ['NumericLessThan', '10', '10', 'DENY', OPERATORS],
    ['NumericGreaterThan', '10', '9', 'DENY', OPERATORS],
    ['NumericGreaterThanEquals', '9', '10', 'ALLOW', OPERATORS],
    ['NumericLessThan', '10', 'many', 'DENY', OPERATORS],
    ['DateGreaterThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:02Z', 'ALLOW', OPERATORS],
    ['DateGreaterThan', '2020-01-01T00:00:01Z', '2020-01-01T00:00:01Z', 'DENY', OPERATORS],
    ['DateGreaterThanEquals', '2020-01-01T00:00:01Z', '1577836801', 'ALLOW', OPERATORS],
    ['DateLessThan', '2020-01-01', '2019-12-31T23:59:59+00:00', 'ALLOW', OPERATORS],
    ['DateLessThanEquals', '2020', '2020-01-01T01:00:00+01:00', 'ALLOW', OPERATORS],
    ['DateEquals', '2020-01-01', '2020', 'ALLOW', OPERATORS],
    ['DateNotEquals', '2020-01-01', '2020', 'DENY', OPERATORS],
    ['Bool', 'false', 'false', 'ALLOW', OPERATORS],
    ['Bool', true, 'false', 'DENY', OPERATORS],
    [
      'BinaryEquals',
      'QmluYXJ5VmFsdWVJbkJhc2U2NA==',
      'QmluYXJ5VmFsdWVJbkJhc2U2NA',
      'ALLOW',
      OPERATORS,
    ],
    ['BinaryEquals', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QmluYXJ5', 'DENY', OPERATORS],
    ['IpAddress', '203.0.113.0/24', '203.0.113.255', 'ALLOW', OPERATORS],
    ['IpAddress', '203.0.113.0/24', '203.0.114.0', 'DENY', OPERATORS],
    ['IpAddress', '203.0.113.7', '203.0.113.7', 'ALLOW', OPERATORS],
    ['IpAddress', '203.0.113.7', '203.0.113.8', 'DENY', OPERATORS],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1', 'ALLOW', OPERATORS],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5679::1', 'DENY', OPERATORS],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', 'DENY', OPERATORS],
    ['NotIpAddress', '203.0.113.0/24', '203.0.113.1', 'DENY', OPERATORS],
    ['NotIpAddress', '203.0.113.0/24', '2001:db8::1', 'ALLOW', OPERATORS],
    [
      'ArnEquals',
      'arn:aws:sns:*:123456789012:orders',
      'arn:aws:sns:eu-central-1:123456789012:orders',
      'ALLOW',
      OPERATORS,
    ],
    [
      'ArnLike',
      'arn:aws:someservice:*:111122223333:finance/*',
      'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
      'DENY',
      OPERATORS,
    ],
    [
      'StringLike',
      'arn:aws:someservice:*:111122223333:finance/*',
      'arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt',
      'ALLOW',
      OPERATORS,
    ],
    [
      'ArnLike',
      'arn:aws:logs:*:*:log-group:*',
      'arn:aws:logs:eu-central-1:123456789012:log-group:a:b',
      'ALLOW',
      OPERATORS,
    ],
    [
      'ArnLike',
      'arn:aws:iam::123456789012:role/A',
      'arn:aws:iam::123456789012:role/a',
      'DENY',
      OPERATORS,
    ],
    [
      'ArnNotEquals',
      'arn:aws:iam::123456789012:role/*',
      'arn:aws:iam::123456789012:role/a',
      'DENY',
      OPERATORS,
    ],
    [
      'ArnNotLike',
      'arn:aws:iam::123456789012:role/*',
      'arn:aws:iam::123456789012:user/a',
      'ALLOW',
      OPERATORS,
    ],
    ['ArnLike', '*', 'arn:aws:iam::123456789012:role/a', 'ALLOW', OPERATORS],
    ['ArnLike', 'arn:aws:iam::*', 'arn:aws:iam::123456789012:role/a', 'UNKNOWN', OPERATORS],
    ['ArnLike', 'arn:aws:s3*', 'arn:aws:iam::123456789012:role/a', 'DENY', OPERATORS],
  ])('%s %j, requested %j: %s', (operator, value, requested, expected) => {
    expect(check(operator, value, requested)).toBe(expected);
  });
});

describe('conditions, several values', () => {
  it.each<Row>([
    ['StringEquals', ['a', 'b'], 'b', 'ALLOW', VALUES],
    ['StringEquals', ['a', 'b'], 'c', 'DENY', VALUES],
    ['StringNotEquals', ['a', 'b'], 'b', 'DENY', VALUES],
    ['StringNotEquals', ['a', 'b'], 'c', 'ALLOW', VALUES],
    ['NotIpAddress', ['192.0.2.0/24', '198.51.100.0/24'], '198.51.100.1', 'DENY', VALUES],
    ['StringEquals', [], 'a', 'DENY', VALUES],
    ['StringNotEquals', [], 'a', 'ALLOW', VALUES],
    [
      'ForAllValues:StringLike',
      ['PostDateTime', 'Message', 'Tags'],
      ['PostDateTime', 'Message'],
      'ALLOW',
      SETS,
    ],
    [
      'ForAllValues:StringLike',
      ['PostDateTime', 'Message', 'Tags'],
      ['PostDateTime', 'UserName'],
      'DENY',
      SETS,
    ],
    [
      'ForAnyValue:StringLike',
      ['ID', 'PostDateTime'],
      ['UserName', 'Message', 'PostDateTime'],
      'ALLOW',
      SETS,
    ],
    ['ForAnyValue:StringLike', ['ID', 'PostDateTime'], ['UserName'], 'DENY', SETS],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], 'ALLOW', VALUES],
    ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'b'], 'DENY', VALUES],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['c', 'b'], 'ALLOW', VALUES],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], 'DENY', VALUES],
    ['ForAllValues:StringEquals', 'a', [], 'ALLOW', SETS],
    ['ForAnyValue:StringEquals', 'a', [], 'DENY', SETS],
    ['ForAllValues:StringEquals', 'a', '', 'ALLOW', SETS],
    ['ForAnyValue:StringLike', '*', '', 'DENY', SETS],
    ['StringEquals', 'a', ['a', 'a'], 'ALLOW', SETS],
    ['StringEquals', 'a', ['b', 'c'], 'DENY', SETS],
    ['StringEquals', 'a', ['a', 'b'], 'UNKNOWN', SETS],
    ['StringNotEquals', 'a', ['a', 'b'], 'UNKNOWN', SETS],
  ])('%s %j, requested %j: %s', (operator, value, requested, expected) => {
    expect(check(operator, value, requested)).toBe(expected);
  });
});

describe('conditions, missing keys', () => {
  const POSITIVE = {
    StringEquals: 'a',
    StringEqualsIgnoreCase: 'a',
    StringLike: '*',
    NumericEquals: '1',
    NumericLessThan: '1',
    NumericLessThanEquals: '1',
    NumericGreaterThan: '1',
    NumericGreaterThanEquals: '1',
    DateEquals: '2020',
    DateLessThan: '2020',
    DateLessThanEquals: '2020',
    DateGreaterThan: '2020',
    DateGreaterThanEquals: '2020',
    Bool: 'false',
    BinaryEquals: 'QQ==',
    IpAddress: '0.0.0.0/0',
    ArnEquals: '*',
    ArnLike: '*',
  };
  const NEGATED = {
    StringNotEquals: 'a',
    StringNotEqualsIgnoreCase: 'a',
    StringNotLike: '*',
    NumericNotEquals: '1',
    DateNotEquals: '2020',
    NotIpAddress: '0.0.0.0/0',
    ArnNotEquals: '*',
    ArnNotLike: '*',
  };
  const all = Object.entries({ ...POSITIVE, ...NEGATED });

  it.each(Object.entries(POSITIVE))('%s does not match', (operator, value) => {
    expect(check(operator, value, undefined)).toBe('DENY');
  });

  it.each(Object.entries(NEGATED))('%s matches', (operator, value) => {
    expect(check(operator, value, undefined)).toBe('ALLOW');
  });

  it.each(all)('%sIfExists and ForAllValues match, ForAnyValue does not', (operator, value) => {
    expect(check(`${operator}IfExists`, value, undefined)).toBe('ALLOW');
    expect(check(`ForAllValues:${operator}`, value, undefined)).toBe('ALLOW');
    expect(check(`ForAnyValue:${operator}`, value, undefined)).toBe('DENY');
    expect(check(`ForAnyValue:${operator}IfExists`, value, undefined)).toBe('ALLOW');
  });

  it.each<Row>([
    ['StringEqualsIfExists', 'a', 'b', 'DENY', OPERATORS],
    ['StringNotEqualsIfExists', 'a', 'b', 'ALLOW', OPERATORS],
    ['Null', 'true', undefined, 'ALLOW', OPERATORS],
    ['Null', 'true', 'x', 'DENY', OPERATORS],
    ['Null', false, 'x', 'ALLOW', OPERATORS],
    ['Null', 'false', undefined, 'DENY', OPERATORS],
    ['Null', 'false', [], 'DENY', OPERATORS],
    ['StringEquals', 'a', [], 'DENY', OPERATORS],
    ['StringEqualsIfExists', 'a', [], 'ALLOW', OPERATORS],
  ])('%s %j, requested %j: %s', (operator, value, requested, expected) => {
    expect(check(operator, value, requested)).toBe(expected);
  });

  it('compares names of keys ignoring case', () => {
    const keys = { 'AWS:sourceip': '192.0.2.1', 'aws:PrincipalTag/Team': 'orders' };
    const condition = {
      IpAddress: { 'aws:SourceIp': '192.0.2.0/24' },
      StringEquals: { 'aws:principaltag/team': 'orders' },
    };

    expect(outcome(tested(condition, keys))).toBe('ALLOW');
  });

  it('needs every key of every operator', () => {
    const condition = { StringEquals: { 'x:a': '1', 'x:b': '2' }, Null: { 'x:c': 'true' } };

    expect(outcome(tested(condition, { 'x:a': '1', 'x:b': '2' }))).toBe('ALLOW');
    expect(outcome(tested(condition, { 'x:a': '1', 'x:b': '3' }))).toBe('DENY');
    expect(outcome(tested(condition, { 'x:a': '1', 'x:b': '2', 'x:c': '3' }))).toBe('DENY');
  });
});
