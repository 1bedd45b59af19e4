import { CulvertError } from './culvert-error';

/**
 * A request that is not safe to repeat was sent, and what became of it is not known: no response came,
 * or a 5xx.
 *
 * Not retried: it may have been done. Somebody has to look, or the request needs an idempotency key.
 */
export class OutcomeUnknown extends CulvertError {
  override get name() {
    return 'OutcomeUnknown' as const;
  }
}
