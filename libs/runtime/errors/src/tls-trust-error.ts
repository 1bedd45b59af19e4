import { CulvertError } from './culvert-error';

/**
 * The other side could not prove who it is: unknown authority, expired, another name, too old a TLS.
 *
 * Not retried: a certificate or a CA bundle must change first.
 */
export class TlsTrustError extends CulvertError {
  override get name() {
    return 'TlsTrustError' as const;
  }
}
