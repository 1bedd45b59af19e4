import type { PolicyStatement } from '@culvert/policy';

/** What acts with a role of its own, such as a function. */
export interface Grantee {
  readonly roleArn: string;
  /** Adds to what the role may do. */
  allow(...statements: readonly PolicyStatement[]): void;
}
