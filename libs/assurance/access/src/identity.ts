import type { Caller, NamedPolicy } from '@culvert/policy-evaluation';
import type { Resource } from '@culvert/terraform-graph';

/** A role, user, account or service, and what its own policies say. */
export interface Identity {
  /** As Terraform calls it, or its ARN. */
  readonly name: string;
  readonly caller: Caller;
  /** Of a user those of its groups too; a policy that is not known has a symbol in its place. */
  readonly policies: readonly NamedPolicy[];
  readonly boundary?: NamedPolicy;
  /** Its tags, as far as they are known. */
  readonly tags: Readonly<Record<string, string>>;
  /** In the documents; none of what only its ARN is known of. */
  readonly resource?: Resource;
}
