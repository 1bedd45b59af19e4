import { CulvertError } from './culvert-error';

/**
 * The authorization server or the API refuses the credentials, the grant or the scope.
 *
 * Not retried: a renewed secret or token was tried already.
 */
export class AuthConfigError extends CulvertError {
  override get name() {
    return 'AuthConfigError' as const;
  }
}
