import type { Unknown } from './unknown';

/** Characters and symbols, one after the other. */
export interface Joined {
  readonly parts: readonly (string | Unknown)[];
}

/** Text as it is given: known, one symbol, or both joined. */
export type Text = string | Unknown | Joined;
