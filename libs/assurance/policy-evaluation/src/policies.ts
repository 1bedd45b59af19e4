import type { Policy } from './policy';

/** A policy, and the name under which a decision speaks of it. */
export interface NamedPolicy {
  readonly name: string;
  readonly policy: Policy;
}

/** The policies that a request is held against. */
export interface Policies {
  /**
   * Of the user with its groups, or of the role.
   * @default - none
   */
  readonly identity?: readonly NamedPolicy[];
  /**
   * Of the resource, such as a bucket's, an API's, a key's, or a role's trust policy.
   * @default - none
   */
  readonly resource?: NamedPolicy;
  /**
   * Whether nobody has access that the resource's policy does not allow, not even in its own account:
   * so with KMS keys and with the assumption of roles.
   *
   * @default false
   */
  readonly resourceMustAllow?: boolean;
  /**
   * The permissions boundary of the user or role.
   * @default - none
   */
  readonly boundary?: NamedPolicy;
  /**
   * What was passed when the session was made.
   * @default - none
   */
  readonly session?: readonly NamedPolicy[];
  /**
   * Service control policies on the caller's account: one list for the root, one for each unit on the
   * way, one for the account. None apply to a management account.
   *
   * @default - none apply
   */
  readonly serviceControl?: readonly (readonly NamedPolicy[])[];
  /**
   * Resource control policies on the resource's account, by level too, if the service knows them.
   * @default - none apply
   */
  readonly resourceControl?: readonly (readonly NamedPolicy[])[];
  /**
   * Of the VPC endpoint through which the request comes.
   * @default - not through an endpoint, or one that allows all
   */
  readonly endpoint?: NamedPolicy;
}

/** What kind of policy it is. */
export type PolicyKind =
  | 'identity'
  | 'resource'
  | 'boundary'
  | 'session'
  | 'service control'
  | 'resource control'
  | 'endpoint';
