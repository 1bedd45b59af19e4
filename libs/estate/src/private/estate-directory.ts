import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EstateError } from '../estate-error';

const EXTENSION = '.yaml';

/** The file of the named estate. */
export function fileOf(name: string, directory: string): string {
  return join(directory, `${name}${EXTENSION}`);
}

/**
 * The names of the estates in a directory, sorted.
 * @throws EstateError when it cannot be read
 */
export function estatesIn(directory: string): readonly string[] {
  return guarded(directory, 'a directory', () =>
    readdirSync(directory)
      .filter((file) => file.endsWith(EXTENSION))
      .map((file) => file.slice(0, -EXTENSION.length))
      .sort(),
  );
}

/**
 * The text of an estate file.
 * @throws EstateError when it cannot be read
 */
export function readEstate(file: string): string {
  return guarded(file, 'a file', () => readFileSync(file, 'utf8'));
}

function guarded<T>(file: string, kind: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const allowed = `${kind} that can be read (${(error as Error).message})`;
    throw new EstateError([{ path: '', value: undefined, allowed, file }]);
  }
}
