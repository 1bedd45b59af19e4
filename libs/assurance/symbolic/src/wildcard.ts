import type { Text } from './text';

/** One character (`?`) or any number of them (`*`). */
export interface Wildcard {
  readonly wildcard: '?' | '*';
  /**
   * Characters that it does not take.
   * @default - takes all
   */
  readonly except?: string;
}

/** Whether the part of a pattern is a wildcard. */
export function isWildcard(part: Text | Wildcard): part is Wildcard {
  return typeof part === 'object' && 'wildcard' in part;
}
