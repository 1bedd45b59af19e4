import type { ErrorName } from '@culvert/errors';

/** One fault, and what becomes of it: a row of `docs/fault-matrix.md`. */
export interface FaultRow {
  /** Where it goes wrong: the heading it stands under. */
  readonly area: string;
  readonly fault: string;
  /** What the server does, in words. */
  readonly behaviour: string;
  /** What is thrown. @default nothing */
  readonly error?: ErrorName;
  /** Requests that the server at fault got to see. */
  readonly attempts: number;
  /** What happens then. */
  readonly next: string;
}
