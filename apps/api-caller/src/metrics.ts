/**
 * The metrics, in the namespace `Culvert` with the dimension `service`, which is `API_NAME`. `ApiError`
 * and `TokenFailure` have one more: `error`, the error's name.
 */
export const metrics = {
  /** Milliseconds of one request to the API, body included. */
  apiLatency: 'ApiLatency',
  /** An invocation that failed, whatever with. */
  apiError: 'ApiError',
  /** An invocation that repeats one that failed. */
  retry: 'Retry',
  /** An invocation that failed because Okta or the API had too many requests. */
  throttled: 'Throttled',
  /** A token was at hand. */
  tokenCacheHit: 'TokenCacheHit',
  /** A token had to be waited for. */
  tokenCacheMiss: 'TokenCacheMiss',
  /** No token could be had, or none in the background while the old one lives. */
  tokenFailure: 'TokenFailure',
  /** The secret was read. */
  secretRead: 'SecretRead',
} as const;
