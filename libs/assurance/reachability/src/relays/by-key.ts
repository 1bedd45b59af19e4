/** The values by each of their keys. */
export function byKey<T>(
  values: Iterable<T>,
  keysOf: (value: T) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      if (key !== undefined) {
        const group = groups.get(key);
        if (group === undefined) {
          groups.set(key, [value]);
        } else {
          group.push(value);
        }
      }
    }
  }
  return groups;
}
