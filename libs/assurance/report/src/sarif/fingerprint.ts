import { createHash } from 'node:crypto';
import type { Result } from 'sarif';

/** For GitHub, which reads only its own name and wants a number after the colon, and for others. */
export function fingerprints(fingerprint: string): Result['partialFingerprints'] {
  return { 'culvertFingerprint/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:1` };
}

/** A fingerprint of what tells one result from others of its kind. */
export function fingerprintOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
