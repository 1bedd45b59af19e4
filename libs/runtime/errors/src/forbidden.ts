import { CulvertError } from './culvert-error';

/**
 * Known, but not allowed: the API answered 403.
 *
 * Not retried: a grant or a policy must change first.
 */
export class Forbidden extends CulvertError {
  override get name() {
    return 'Forbidden' as const;
  }
}
