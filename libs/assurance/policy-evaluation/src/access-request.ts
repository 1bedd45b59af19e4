import type { Text } from '@culvert/symbolic';
import type { Caller } from './caller';

/** Of a context key, not even the presence is known. */
export interface Open {
  readonly open: true;
}

export const OPEN: Open = Object.freeze({ open: true });

/** The values of a context key; `undefined` when the request does not have it. */
export type ContextValue = Text | readonly Text[] | Open | undefined;

/**
 * The context keys of a request, in any case of letters. What the caller and the resource say
 * (`aws:PrincipalArn`, `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:PrincipalIsAWSService`,
 * `aws:PrincipalServiceName`, `aws:username`, `aws:ResourceAccount`) need not be repeated.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export interface RequestContext {
  /** By name; `aws:ResourceTag/*` is all such keys that are not named themselves. */
  readonly keys?: Readonly<Record<string, ContextValue>>;
  /**
   * What is known of keys that are not named.
   * @default 'open'
   */
  readonly others?: 'absent' | 'open';
}

/** Who wants to do what to what. */
export interface AccessRequest {
  readonly caller: Caller;
  /** Such as `execute-api:Invoke`. */
  readonly action: string;
  /** The resource's ARN, or `*` for an action that has none. */
  readonly resource: Text;
  /** The id of the account that owns the resource. */
  readonly resourceAccount: Text;
  /**
   * @default - nothing is known but what caller and resource say
   */
  readonly context?: RequestContext;
  /**
   * @default 'aws'
   */
  readonly partition?: string;
}
