import type { Retrier } from './definition';

/** How often and how slowly a state is tried again. */
export interface RetryProps {
  /** Seconds before the second attempt, at most: each wait is random, from none to all of it. */
  readonly intervalSeconds: number;
  /** Attempts after the first. */
  readonly maxAttempts: number;
  /** Seconds that a wait does not grow beyond. */
  readonly maxDelaySeconds: number;
  /**
   * What each wait is multiplied by for the next.
   * @default 2
   */
  readonly backoffRate?: number;
}

/**
 * A retrier with full jitter, so that what failed together does not come back together.
 *
 * @throws when no error is named, or the numbers are none that Step Functions takes
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
 */
export function retry(errors: readonly string[], props: RetryProps): Retrier {
  const { intervalSeconds, maxAttempts, maxDelaySeconds, backoffRate = 2 } = props;
  const problems = [
    errors.length > 0 ? [] : 'names no error',
    intervalSeconds >= 1 ? [] : `intervalSeconds ${intervalSeconds} is less than 1`,
    maxAttempts >= 0 ? [] : `maxAttempts ${maxAttempts} is less than 0`,
    backoffRate >= 1 ? [] : `backoffRate ${backoffRate} is less than 1`,
    maxDelaySeconds > intervalSeconds && maxDelaySeconds <= 31_622_400
      ? []
      : `maxDelaySeconds ${maxDelaySeconds} is not above intervalSeconds, or above 31622400`,
  ].flat();
  if (problems.length > 0) {
    throw new Error(`retrier of [${errors.join(', ')}]: ${problems.join('; ')}`);
  }
  return {
    ErrorEquals: errors,
    IntervalSeconds: intervalSeconds,
    MaxAttempts: maxAttempts,
    BackoffRate: backoffRate,
    MaxDelaySeconds: maxDelaySeconds,
    JitterStrategy: 'FULL',
  };
}

/**
 * Lambda's own errors that pass. After the first two the function may have run: give what is not safe
 * to repeat an idempotency key, or leave them out.
 *
 * A function that ran out of time or memory is none of them: it is `Lambda.Unknown`, `Sandbox.Timedout`
 * or `States.TaskFailed`, and nobody knows what it did.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception
 */
export const lambdaErrors = {
  outcomeUnknown: ['Lambda.ClientExecutionTimeoutException', 'Lambda.SdkClientException'],
  notRun: [
    'Lambda.TooManyRequestsException',
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
  ],
} as const;
