import { type Mistake, ReviewError } from '../review-error';

/** Runs steps that may each find mistakes, so that all are told at once. */
export class Mistakes {
  private readonly found: Mistake[] = [];

  /** What the step returns; `undefined` when it found mistakes. */
  public in<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof ReviewError)) throw error;
      this.found.push(...error.mistakes);
      return undefined;
    }
  }

  public add(...mistakes: readonly Mistake[]): void {
    this.found.push(...mistakes);
  }

  /** @throws {ReviewError} when there are any */
  public throwIfAny(): void {
    if (this.found.length > 0) throw new ReviewError(this.found);
  }
}
