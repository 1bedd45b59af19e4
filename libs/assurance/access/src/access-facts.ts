/** What no plan holds. */
export interface AccessFacts {
  /**
   * The id of the organisation of the accounts in the documents, such as `o-a1b2c3d4e5`.
   * @default - as `aws_organizations_organization` says, if it is there
   */
  readonly organizationId?: string;
  /**
   * Service control policies by account: one list for the root, one for each unit on the way, one for
   * the account, each policy as JSON.
   * @default - as the documents say
   */
  readonly serviceControl?: ControlPolicies;
  /**
   * Resource control policies by account, by level too.
   * @default - as the documents say
   */
  readonly resourceControl?: ControlPolicies;
}

/** By account, by level; `*` is every other account of the documents. */
export type ControlPolicies = Readonly<Record<string, readonly (readonly object[])[]>>;
