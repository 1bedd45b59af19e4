import type { SymbolicText, Truth } from '@culvert/symbolic';
import type { Piece } from '../variables';

/** How one operator compares a value of the request with a value of the policy. */
export interface Comparison {
  /** What values of the policy are, for a problem that says so. */
  readonly expects: string;
  /** Whether a value of the policy is such a one. */
  readonly isValid: (value: string) => boolean;
  /** Whether the operator asks for the opposite, such as `StringNotEquals`. */
  readonly negated: boolean;
  /** Whether values of the policy may hold variables. */
  readonly variables: boolean;
  /** Whether the two match, before any negation. */
  readonly matches: (value: SymbolicText, expected: readonly Piece[]) => Truth;
}

/** The same, with the other answer. */
export function negation(comparison: Comparison): Comparison {
  return { ...comparison, negated: true };
}
