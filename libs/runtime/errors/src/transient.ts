import { CulvertError } from './culvert-error';

/**
 * The other side failed or could not be reached: a 5xx, a broken connection, a name not resolved.
 *
 * Retried, with backoff and jitter: what failed was safe to repeat, or was not sent.
 */
export class Transient extends CulvertError {
  override get name() {
    return 'Transient' as const;
  }
}
