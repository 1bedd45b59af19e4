import type { PolicyKind } from './policies';

/** A statement that decides. */
export interface DecidingStatement {
  readonly kind: PolicyKind;
  /** The policy's name. */
  readonly policy: string;
  /** The `Sid`, or else the position, such as `[0]`. */
  readonly statement: string;
}

/** Allowed, by the statements named. */
export interface Allowed {
  readonly outcome: 'ALLOW';
  readonly by: readonly DecidingStatement[];
}

/** Denied: explicitly by the statements named, or for want of an Allow in policies of these kinds. */
export interface Denied {
  readonly outcome: 'DENY';
  readonly explicit: boolean;
  readonly by: readonly DecidingStatement[];
  readonly lacking: readonly PolicyKind[];
}

/** Not decided without the facts named; `by` are the statements that depend on them. */
export interface Undecided {
  readonly outcome: 'UNKNOWN';
  readonly by: readonly DecidingStatement[];
  readonly missing: readonly string[];
}

/** Whether a request is allowed, and why. */
export type Decision = Allowed | Denied | Undecided;
