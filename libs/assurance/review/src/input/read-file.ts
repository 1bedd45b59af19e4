import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { ReviewError } from '../review-error';

/**
 * The text of a file, and the digest of its bytes.
 *
 * @throws {ReviewError} when it cannot be read
 */
export function readFile(file: string): { readonly text: string; readonly sha256: string } {
  try {
    const bytes = readFileSync(file);
    return { text: bytes.toString('utf8'), sha256: digest(bytes) };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new ReviewError([{ file, path: '', allowed: `cannot be read (${code})` }]);
  }
}

/** Enough at once to be quick, and little beside a plan. */
const CHUNK = 1 << 20;

/** SHA-256 of a file in hexadecimal; it is never in memory as a whole. */
export function digestOfFile(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** SHA-256 in hexadecimal. */
function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
