import type { Truth } from '@culvert/symbolic';

/** What one gate says about a request. */
export interface GateAnswer {
  readonly gate:
    | 'endpoint policy'
    | 'resource policy'
    | 'authorizer'
    | 'identity policy'
    | 'function permission';
  readonly passes: Truth;
  /** The policy, authorizer or permission, as Terraform calls it. */
  readonly component: string;
  /** The statement that decides: its `Sid`, or its position. */
  readonly rule?: string;
  /** In words: `statement DenyOthers denies execute-api:Invoke`. */
  readonly detail: string;
}
