import { type CulvertError, RateLimited, Transient } from '@culvert/errors';
import { isHTTPError, isNetworkError } from 'ky';
import type { Deadline } from './deadline';
import { namedError } from './named-error';
import { retryAfterSeconds } from './retry-after';

const FIRST_BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5_000;

export interface Retry {
  readonly reason: CulvertError;
  readonly waitMs: number;
}

/**
 * Whether another attempt shall follow, and when. What the token provider throws is not retried: it
 * has its own ways.
 *
 * @param retry the how many-th, from 1
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export function nextRetry(
  error: Error,
  retry: number,
  { spareMs }: Deadline,
  host: string,
): Retry | undefined {
  const reason = isHTTPError(error) || isNetworkError(error) ? namedError(error, host) : undefined;
  if (!(reason instanceof Transient || reason instanceof RateLimited)) {
    return undefined;
  }
  const backoffMs = fullJitter(Math.min(FIRST_BACKOFF_MS * 2 ** (retry - 1), MAX_BACKOFF_MS));
  const askedMs = isHTTPError(error) ? askedWaitMs(error.response.headers) : 0;
  // the API's own time is kept to, backoff is cut to what there is
  const waitMs = Math.max(askedMs, Math.min(backoffMs, spareMs));
  return waitMs <= spareMs ? { reason, waitMs } : undefined;
}

/** Callers that failed together shall not come back together. */
function fullJitter(ms: number): number {
  return Math.random() * ms;
}

/** Infinite when there is a Retry-After that cannot be believed. */
function askedWaitMs(headers: Headers): number {
  return headers.has('retry-after')
    ? (retryAfterSeconds(headers) ?? Number.POSITIVE_INFINITY) * 1000
    : 0;
}
