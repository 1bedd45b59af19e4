import { RateLimited, Transient } from '@culvert/errors';
import { isHTTPError, isNetworkError } from 'ky';
import { namedError } from './named-error';
import { retryAfterSeconds } from './retry-after';

const FIRST_BACKOFF_MS = 200;
const MAX_BACKOFF_MS = 5_000;

/**
 * Milliseconds to wait before another attempt, or undefined when none shall follow. What the token
 * provider throws is not retried: it has its own ways.
 *
 * @param retry the how many-th, from 1
 * @param spareMs for how long there is time to wait
 * @param random from 0 to 1: with full jitter, callers that failed together do not come back together
 * @see https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
 */
export function waitBefore(
  error: Error,
  retry: number,
  spareMs: number,
  random = Math.random(),
): number | undefined {
  if (spareMs < 0 || !mayPass(error)) {
    return undefined;
  }
  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** (retry - 1), MAX_BACKOFF_MS, spareMs) * random;
  if (!isHTTPError(error) || !error.response.headers.has('retry-after')) {
    return backoff;
  }
  const seconds = retryAfterSeconds(error.response.headers);
  const wait = Math.max(backoff, (seconds ?? Number.POSITIVE_INFINITY) * 1000);
  return wait <= spareMs ? wait : undefined;
}

function mayPass(error: Error): boolean {
  if (!isHTTPError(error) && !isNetworkError(error)) {
    return false;
  }
  const named = namedError(error, '');
  return named instanceof Transient || named instanceof RateLimited;
}
