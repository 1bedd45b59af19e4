import type { Text, Unknown } from '@culvert/symbolic';

/** Policy variables such as `${aws:username}` exist in `2012-10-17` only. */
export type PolicyVersion = '2008-10-17' | '2012-10-17';

/**
 * A policy as read by {@link parsePolicy}.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface Policy {
  readonly version: PolicyVersion;
  readonly statements: readonly Statement[];
}

/** One statement; what it does not name, it does not restrict. */
export interface Statement {
  /** The `Sid`, or else the position in the policy, such as `[0]`. */
  readonly id: string;
  readonly effect: 'Allow' | 'Deny' | Unknown;
  readonly principals?: Listed<PrincipalEntry>;
  readonly actions?: Listed<Text>;
  readonly resources?: Listed<Text>;
  readonly conditions: readonly Condition[];
  /** The symbols that stand for the whole statement or for its conditions. */
  readonly unread: readonly string[];
  /**
   * Whether it may not be shown to others.
   * @default false
   */
  readonly secret?: boolean;
}

/** The values of an element such as `Action`, or of its opposite, such as `NotAction`. */
export interface Listed<T> {
  /** Whether the element is the opposite: all but these values. */
  readonly except: boolean;
  readonly values: readonly T[];
}

export const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** One principal; `*` is everyone, or whoever a symbol in its place turns out to be. */
export interface PrincipalEntry {
  readonly type: (typeof PRINCIPAL_TYPES)[number] | '*';
  readonly value: Text;
}

/** One key tested by one operator. */
export interface Condition {
  readonly operator: Operator;
  /** As written; keys are compared ignoring case. */
  readonly key: string;
  readonly values: readonly Text[];
}

/** A condition operator such as `ForAnyValue:StringNotLikeIfExists`. */
export interface Operator {
  /** Without what is in the other fields, such as `StringNotLike`. */
  readonly name: OperatorName;
  readonly set?: 'ForAllValues' | 'ForAnyValue';
  readonly ifExists: boolean;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const OPERATOR_NAMES = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
] as const;

export type OperatorName = (typeof OPERATOR_NAMES)[number];
