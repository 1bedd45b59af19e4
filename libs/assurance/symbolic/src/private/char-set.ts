/** The characters named, or all others. */
export interface CharSet {
  readonly negated: boolean;
  readonly chars: ReadonlySet<string>;
}

export const ANY: CharSet = { negated: true, chars: new Set() };

export function oneOf(chars: Iterable<string>): CharSet {
  return { negated: false, chars: new Set(chars) };
}

export function noneOf(chars: Iterable<string>): CharSet {
  return { negated: true, chars: new Set(chars) };
}

export function has(set: CharSet, char: string): boolean {
  return set.chars.has(char) !== set.negated;
}

export function isSubset(a: CharSet, b: CharSet): boolean {
  if (!a.negated) {
    return every(a.chars, (char) => has(b, char));
  }
  return b.negated && every(b.chars, (char) => a.chars.has(char));
}

export function intersects(a: CharSet, b: CharSet): boolean {
  if (a.negated && b.negated) {
    return true;
  }
  const [listed, other] = a.negated ? [b, a] : [a, b];
  return !every(listed.chars, (char) => !has(other, char));
}

/** What the characters of a set become in lower case. */
export function lowerCased(set: CharSet): CharSet {
  return set.negated
    ? noneOf(
        [...set.chars].filter((char) => char === char.toLowerCase() && char === char.toUpperCase()),
      )
    : oneOf([...set.chars].map((char) => char.toLowerCase()));
}

function every(chars: ReadonlySet<string>, holds: (char: string) => boolean): boolean {
  for (const char of chars) {
    if (!holds(char)) {
      return false;
    }
  }
  return true;
}
