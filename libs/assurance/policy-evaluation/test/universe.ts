import type { Unknown } from '@culvert/symbolic';
import * as fc from 'fast-check';
import { ACCOUNT, CALLERS } from './requests';

/** A value as JSON has it. */
export type Json = string | null | readonly Json[] | { readonly [key: string]: Json };

/** A statement of the small universe. */
export interface RawStatement<T> {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | { readonly AWS: T };
  readonly Action?: readonly T[];
  readonly NotAction?: readonly T[];
  readonly Resource?: readonly T[];
  readonly NotResource?: readonly T[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly T[]>>>>;
}

export const KINDS = [
  'identity',
  'resource',
  'boundary',
  'session',
  'serviceControl',
  'endpoint',
] as const;

export type RawPolicies<T> = Partial<
  Readonly<Record<(typeof KINDS)[number], readonly RawStatement<T>[] | undefined>>
>;

/** What the values of policies and requests are made of: known, or one of these symbols. */
export type Value = string | Unknown;

export const SYMBOLS = ['x', 'y'] as const;
export const VALUES = ['a', 'b', 'B', 'zz', 'a*', '*', '?', ''] as const;
export const KEYS = ['k:1', 'k:2'] as const;

/** A key of the request: values, absent, or open. */
export type RawKey = readonly Value[] | 'absent' | 'open';

export interface Case {
  readonly caller: 'user' | 'session' | 'anonymous';
  readonly sameAccount: boolean;
  readonly action: string;
  readonly resource: Value;
  readonly keys: Readonly<Record<(typeof KEYS)[number], RawKey>>;
  readonly policies: RawPolicies<Value>;
}

const TEXTS = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
];
const operators = [
  ...TEXTS,
  ...TEXTS.map((name) => `${name}IfExists`),
  ...TEXTS.flatMap((name) => [`ForAllValues:${name}`, `ForAnyValue:${name}`]),
];

const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 2 });
const known: fc.Arbitrary<Value> = fc.constantFrom(...VALUES.slice(0, 3));
const symbol: fc.Arbitrary<Value> = fc.constantFrom(...SYMBOLS.map((unknown) => ({ unknown })));
const knownOrNot = fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: symbol });
const patternOf = (value: fc.Arbitrary<Value>) =>
  fc.oneof(value, fc.constantFrom<Value>('*', '?', 'a*'));

const conditionsOf = (value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...operators), fc.constantFrom(...KEYS), some(patternOf(value)))
        .map(([operator, name, values]) => ({ [operator]: { [name]: values } })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...KEYS), fc.constantFrom('true', 'false'))
        .map(([name, isNull]) => ({ Null: { [name]: [isNull] } })),
    },
  );

const everything = fc.constant(['*']);
const actions = fc.oneof(
  everything,
  everything,
  some(fc.constantFrom('*', 's3:*', 'S3:get', 's3:P?t')),
);
const principal = fc.oneof(
  fc.constant('*' as const),
  fc.constant('*' as const),
  fc
    .constantFrom(CALLERS.user.arn, CALLERS.session.roleArn, CALLERS.session.sessionArn, ACCOUNT)
    .map((name) => ({ AWS: name })),
);

/** Any statement; one of a resource's policy names a principal. */
export const statementOf = (
  value: fc.Arbitrary<Value>,
  named: boolean,
  effect: fc.Arbitrary<'Allow' | 'Deny'>,
): fc.Arbitrary<RawStatement<Value>> =>
  fc
    .record({
      Effect: effect,
      actionElement: fc.constantFrom('Action', 'Action', 'Action', 'NotAction'),
      actions,
      resourceElement: fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
      resources: fc.oneof(everything, everything, some(patternOf(value))),
      Condition: conditionsOf(value),
      Principal: principal,
    })
    .map(({ actionElement, resourceElement, actions, resources, Principal, ...rest }) => ({
      ...rest,
      [actionElement]: actions,
      [resourceElement]: resources,
      ...(named && { Principal }),
    }));

export const isNamed = (kind: (typeof KINDS)[number]) => kind === 'resource' || kind === 'endpoint';

const effects = fc.constantFrom<'Allow' | 'Deny'>(...Array<'Allow'>(8).fill('Allow'), 'Deny');

function universeOf(
  value: fc.Arbitrary<Value>,
  unknownKey: fc.Arbitrary<RawKey>,
): fc.Arbitrary<Case> {
  const statements = (kind: (typeof KINDS)[number]) =>
    fc.array(statementOf(value, isNamed(kind), effects), { minLength: 1, maxLength: 3 });
  const sometimes = (kind: (typeof KINDS)[number]) =>
    fc.option(statements(kind), { nil: undefined, freq: 2 });
  const key = fc.oneof(some(value), unknownKey);
  return fc.record({
    caller: fc.constantFrom('user', 'session', 'session', 'anonymous'),
    sameAccount: fc.boolean(),
    action: fc.constantFrom('s3:Get', 's3:Put'),
    resource: value,
    keys: fc.record({ 'k:1': key, 'k:2': key }),
    policies: fc.record({
      identity: statements('identity'),
      resource: statements('resource'),
      boundary: sometimes('boundary'),
      session: sometimes('session'),
      serviceControl: sometimes('serviceControl'),
      endpoint: sometimes('endpoint'),
    }),
  });
}

/** Cases of which any value may be a symbol, and any key open. */
export const universe = universeOf(knownOrNot, fc.constantFrom<RawKey>('absent', 'open'));

/** Cases of which all is known. */
export const knownUniverse = universeOf(known, fc.constant<RawKey>('absent'));

/** A statement that may be added to a policy of the universe. */
export const statement = (named: boolean, effect: 'Allow' | 'Deny') =>
  statementOf(knownOrNot, named, fc.constant(effect));
