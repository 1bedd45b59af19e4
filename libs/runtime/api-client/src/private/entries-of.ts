import { InvalidInput } from '@culvert/errors';

/** The entries of an object, which may come from JSON whatever its type says. */
export function entriesOf<T>(value: Readonly<Record<string, T>>, name: string): [string, T][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidInput(`${name} is not an object with names and values`);
  }
  return Object.entries(value);
}
