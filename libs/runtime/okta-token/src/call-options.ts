/** How long a caller can wait. */
export interface CallOptions {
  /** Milliseconds that are left, such as Lambda's `context.getRemainingTimeInMillis()` less a margin. */
  readonly remainingMs: number;
  /** Ends the wait early. The request goes on while another caller waits for it. */
  readonly signal?: AbortSignal;
}
