import type { CharSet } from './char-set';

/** One character of a set or, as a loop, any number of them. */
export interface Step {
  readonly set: CharSet;
  readonly loop: boolean;
}
