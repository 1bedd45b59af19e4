import { SymbolicText, type Truth, truthOf, unknownFor } from '@culvert/symbolic';
import type { Comparison } from './comparison';

/**
 * A comparison of values that mean something else than their characters. What cannot be read in the
 * request matches nothing.
 */
export function knownValues<T>(
  expects: string,
  read: (text: string) => T | undefined,
  compare: (value: T, expected: T) => boolean,
): Comparison {
  return {
    expects,
    isValid: (value) => read(value) !== undefined,
    negated: false,
    variables: false,
    matches: (value, pieces): Truth => {
      const expected = SymbolicText.of(...pieces.map(({ text }) => text));
      if (value.known === undefined || expected.known === undefined) {
        return unknownFor(...value.unknowns, ...expected.unknowns);
      }
      const [one, other] = [read(value.known), read(expected.known)];
      return truthOf(one !== undefined && other !== undefined && compare(one, other));
    },
  };
}
