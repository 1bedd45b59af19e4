import type { ErrorName } from '@culvert/errors';

/** What happened on the way to the API, for metrics. */
export type ApiEvent =
  | {
      readonly type: 'attempt';
      /** The how many-th request of this call. */
      readonly attempt: number;
      readonly method: string;
      /** Milliseconds until the body was read as a whole, or until it failed. */
      readonly durationMs: number;
      /** What the API answered, if it did. */
      readonly status?: number;
    }
  | {
      readonly type: 'retry';
      /** What the attempt before failed with. */
      readonly error: ErrorName;
      /** Milliseconds until the next attempt. */
      readonly waitMs: number;
    };
