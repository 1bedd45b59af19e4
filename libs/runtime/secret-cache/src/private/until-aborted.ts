import { DeadlineExceeded } from '@culvert/errors';

/** The promise's result, unless the signal aborts first; the promise itself goes on for others. */
export function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(new DeadlineExceeded('no time left to wait for a secret'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
