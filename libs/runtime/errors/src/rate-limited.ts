import { CulvertError } from './culvert-error';

/**
 * The other side asks to wait for longer than there is time.
 *
 * Retried, with a delay that grows beyond the usual window of the limit.
 */
export class RateLimited extends CulvertError {
  override get name() {
    return 'RateLimited' as const;
  }

  /** Seconds to wait, counted from when the error was made. Undefined when the other side did not say. */
  readonly retryAfterSeconds?: number;

  constructor(
    message: string,
    options?: { readonly cause?: unknown; readonly retryAfterSeconds?: number },
  ) {
    super(message, options);
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }
}
