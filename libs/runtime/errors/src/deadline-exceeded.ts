import { CulvertError } from './culvert-error';

/**
 * Too little time was left to start, or to finish.
 *
 * Retried: what was asked is safe to repeat, and another invocation has its full time again.
 */
export class DeadlineExceeded extends CulvertError {
  override get name() {
    return 'DeadlineExceeded' as const;
  }
}
