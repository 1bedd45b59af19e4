import type { SecurityGroup } from '@culvert/network';

/** A way out of a VPC, to one place. */
export interface Egress {
  /** Lets what wears the group take it. */
  allowFrom(group: SecurityGroup): void;
}
