import { CulvertError } from './culvert-error';

/**
 * A secret could not be read, is not what was expected, or no longer may be used without a refresh.
 *
 * Retried: throttling passes and a denied or malformed secret may be mended meanwhile.
 */
export class SecretUnavailable extends CulvertError {
  override get name() {
    return 'SecretUnavailable' as const;
  }
}
