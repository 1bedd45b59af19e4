import { DeadlineExceeded, InvalidInput } from '@culvert/errors';

const MAX_TIMER_MS = 2 ** 31 - 1;

/** Until when there is an answer or none is needed any more. */
export class Deadline {
  readonly #end: number;

  /**
   * @param minAttemptMs without which no attempt is started
   * @throws DeadlineExceeded when that little is left already
   */
  constructor(
    remainingMs: number,
    private readonly minAttemptMs: number,
  ) {
    if (Number.isNaN(remainingMs)) {
      throw new InvalidInput('remainingMs is not a number: give the milliseconds that are left');
    }
    this.#end = performance.now() + Math.min(remainingMs, MAX_TIMER_MS);
    this.requireTime();
  }

  get leftMs(): number {
    return Math.max(0, Math.floor(this.#end - performance.now()));
  }

  /** Milliseconds to wait for at most, so that one more attempt can follow. */
  get spareMs(): number {
    return this.leftMs - this.minAttemptMs;
  }

  requireTime(): void {
    if (this.spareMs < 0) {
      throw new DeadlineExceeded(
        `too little time for an attempt: ${this.leftMs} ms left, less than ${this.minAttemptMs}`,
      );
    }
  }
}
