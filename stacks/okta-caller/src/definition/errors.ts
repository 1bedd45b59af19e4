import { type ErrorName, type errorHandling, errorNames } from '@culvert/errors';
import {
  type Catcher,
  lambdaErrors,
  type Retrier,
  retry,
  type RetryProps,
  type State,
} from '@culvert/workflow';

type Retried = {
  [Name in ErrorName]: (typeof errorHandling)[Name] extends 'retry' ? Name : never;
}[ErrorName];

/** How each error that passes is tried again; one retrier each, so that each has its own count. */
const RETRIES: Readonly<Record<Retried, RetryProps>> = {
  SecretUnavailable: { intervalSeconds: 2, maxAttempts: 4, maxDelaySeconds: 60 },
  RateLimited: { intervalSeconds: 60, maxAttempts: 4, maxDelaySeconds: 600 },
  Transient: { intervalSeconds: 2, maxAttempts: 4, maxDelaySeconds: 60 },
  DeadlineExceeded: { intervalSeconds: 2, maxAttempts: 3, maxDelaySeconds: 60 },
};

/** More callers than the function's reserved concurrency wait for their turn. */
const WAIT_FOR_A_TURN: RetryProps = { intervalSeconds: 1, maxAttempts: 12, maxDelaySeconds: 30 };

/** After these nobody knows what the function has done. */
const OUTCOME_UNKNOWN = [
  ...lambdaErrors.outcomeUnknown,
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'States.Timeout',
];

/** The state that an error without a class of its own ends in, under its own name. */
const UNEXPECTED = 'Unexpected';

/** The retriers of a request that has not been made when they apply, or may be made again. */
export function retriers({ repeatable }: { readonly repeatable: boolean }): readonly Retrier[] {
  return [
    ...Object.entries(RETRIES).map(([name, props]) => retry([name], props)),
    retry(lambdaErrors.notRun, WAIT_FOR_A_TURN),
    ...(repeatable
      ? [retry(OUTCOME_UNKNOWN, { intervalSeconds: 2, maxAttempts: 2, maxDelaySeconds: 30 })]
      : []),
  ];
}

/** Leads each error to the state of its name, with its cause. */
export function catchers(): readonly Catcher[] {
  return [
    ...errorNames.map((name) => ({ ErrorEquals: [name], Next: name, ResultPath: '$.error' })),
    { ErrorEquals: ['States.ALL'], Next: UNEXPECTED, ResultPath: '$.error' },
  ];
}

/** A state for each error, that fails with its name and cause. */
export function failures(): Readonly<Record<string, State>> {
  return {
    ...Object.fromEntries(
      errorNames.map((name) => [name, { Type: 'Fail', Error: name, CausePath: '$.error.Cause' }]),
    ),
    [UNEXPECTED]: fails(),
  };
}

/** A state that fails with whatever error came, under its own name and with its cause. */
export function fails(): State {
  return { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };
}
