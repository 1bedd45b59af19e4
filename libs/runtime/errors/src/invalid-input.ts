import { CulvertError } from './culvert-error';

/**
 * What the caller asked for cannot be done as asked, and nothing was sent.
 *
 * Not retried: the same input fails again.
 */
export class InvalidInput extends CulvertError {
  override get name() {
    return 'InvalidInput' as const;
  }
}
