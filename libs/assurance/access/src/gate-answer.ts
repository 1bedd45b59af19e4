import type { Truth } from '@culvert/symbolic';

/** What kind of policy, or other check above the network, decides. */
export type GateKind =
  | 'endpoint policy'
  | 'endpoint service'
  | 'resource policy'
  | 'authorizer'
  | 'identity policy'
  | 'permissions boundary'
  | 'control policy'
  | 'trust policy'
  | 'function permission';

/** What one gate says about a request. Of several answers, all must pass. */
export interface GateAnswer {
  readonly gate: GateKind;
  /** Whether it lets the request pass, from wherever it may come. */
  readonly passes: Truth;
  /**
   * Whether it does from some of the addresses that the request may come from.
   * @default - the same as `passes`
   */
  readonly leaks?: Truth;
  /**
   * What happens to a request from these, in words.
   * @default - the same as `detail`
   */
  readonly leakDetail?: string;
  /** The policy, authorizer or permission, as Terraform calls it. */
  readonly component: string;
  /** The statement that decides: its `Sid`, or its position. */
  readonly rule?: string;
  /** In words: `statement DenyOthers denies execute-api:Invoke`. */
  readonly detail: string;
}
