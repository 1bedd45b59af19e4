/** Who a statement is about: everyone, or principals by kind, such as `{ Service: 'sns.amazonaws.com' }`. */
export type Principal = '*' | Readonly<Record<string, string | readonly string[]>>;

/** Operator to key to values, such as `{ StringEquals: { 'aws:SourceAccount': '111111111111' } }`. */
export type Condition = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/**
 * One statement of a policy, in the words of IAM.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** Absent in a policy that is attached to an identity. */
  readonly Principal?: Principal;
  readonly Action: string | readonly string[];
  /** Absent in a role's trust policy. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: Condition;
}

/**
 * Renders statements as a policy document. Values may be Terraform tokens: the text is what ends up
 * in the plan, so reviewers read the very policy that is attached.
 *
 * @throws when there is no statement: an empty policy is a mistake, not a choice
 */
export function policyDocument(...statements: readonly PolicyStatement[]): string {
  if (statements.length === 0) {
    throw new Error('a policy document needs at least one statement');
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
