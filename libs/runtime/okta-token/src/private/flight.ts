import { DeadlineExceeded, InvalidInput } from '@culvert/errors';
import type { CallOptions } from '../call-options';

const MAX_TIMER_MS = 2 ** 31 - 1;

/** What the work of a flight can know of those who wait for it. */
export interface Waiting {
  /** Milliseconds until the most patient of them leaves. */
  readonly remainingMs: () => number;
  /** Aborted once all of them have left. */
  readonly signal: AbortSignal;
}

/** Work that many wait for, each for as long as it can, and that ends when nobody waits any more. */
export class Flight<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;
  #deadline = 0;

  constructor(work: (waiting: Waiting) => Promise<T>) {
    const { signal } = this.#controller;
    const remainingMs = () => this.#deadline - Date.now();
    this.#result = Promise.resolve().then(() => work({ signal, remainingMs }));
    this.#result.catch(() => undefined);
  }

  get abandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  /** @throws DeadlineExceeded when the time of this caller is over first */
  async wait({ remainingMs, signal }: CallOptions): Promise<T> {
    this.#waiting += 1;
    this.#deadline = Math.max(this.#deadline, Date.now() + remainingMs);
    const left = leaving(remainingMs, signal);
    try {
      return await Promise.race([this.#result, left.promise]);
    } finally {
      left.cancel();
      this.#waiting -= 1;
      if (this.#waiting === 0) {
        this.#controller.abort(new DeadlineExceeded('nobody waits for the token any more'));
      }
    }
  }
}

/** Rejects when a caller's time is over, or its signal says so. */
function leaving(remainingMs: number, signal?: AbortSignal) {
  let cancel = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const late = () => reject(new DeadlineExceeded(`no token within ${remainingMs} ms`));
    const leave = () => reject(new DeadlineExceeded('the caller gave up before there was a token'));
    const timer = setTimeout(late, Math.min(remainingMs, MAX_TIMER_MS));
    signal?.addEventListener('abort', leave, { once: true });
    cancel = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    };
  });
  return { promise, cancel };
}

/** @throws DeadlineExceeded when there is no time left to start with */
export function requireTime({ remainingMs, signal }: CallOptions): void {
  if (Number.isNaN(remainingMs)) {
    throw new InvalidInput('remainingMs is not a number: give the milliseconds that are left');
  }
  if (remainingMs <= 0 || signal?.aborted) {
    throw new DeadlineExceeded(`too little time for a token: ${remainingMs} ms left`);
  }
}
