import type { ErrorName } from './error-names';

/**
 * What is thrown by the runtime packages.
 *
 * `name` is written out in each class, since a bundler may rename the class. Lambda reports it as
 * `errorType`, which is what Step Functions compares with `ErrorEquals`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export abstract class CulvertError extends Error {
  abstract override get name(): ErrorName;

  /** @param message What was wrong, the value seen and what to change; never a secret. */
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
  }
}
