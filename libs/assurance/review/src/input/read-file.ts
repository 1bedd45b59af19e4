import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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

/** SHA-256 in hexadecimal. */
export function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
