import type { States, TaskState } from '@culvert/workflow';
import { catchers, failures, retriers } from './errors';

/** Methods that may be repeated by their meaning; the others need an idempotency key. */
const REPEATABLE_METHODS = ['GET', 'HEAD', 'PUT', 'DELETE'] as const;

/** How a header may be written here; written otherwise, it is taken for missing. */
const IDEMPOTENCY_KEYS = ['Idempotency-Key', 'idempotency-key'] as const;

/** What the function is given beside the execution's input. */
const PAYLOAD =
  'States.JsonMerge($, States.StringToJson(States.Format(\'\\{"retryCount":{}\\}\', $$.State.RetryCount)), false)';

/** Properties of {@link callStates}. */
export interface CallProps {
  readonly functionArn: string;
  /** The function's own timeout. */
  readonly timeoutSeconds: number;
}

/**
 * One request: what is none is refused, errors that pass are tried again, and every error ends in the
 * state of its name. A request that is not safe to repeat is not repeated when nobody knows whether it
 * was made.
 */
export function callStates(props: CallProps): States {
  return {
    StartAt: 'Validate',
    States: {
      Validate: {
        Type: 'Choice',
        Comment: 'beyond this the function validates, by its schema',
        Choices: [
          {
            And: [
              { Variable: '$.method', IsPresent: true },
              { Variable: '$.method', IsString: true },
              { Variable: '$.path', IsPresent: true },
              { Variable: '$.path', StringMatches: '/*' },
            ],
            Next: 'Correlate',
          },
        ],
        Default: 'Refuse',
      },
      Refuse: {
        Type: 'Fail',
        Error: 'InvalidInput',
        Cause: 'a request needs a method, and a path that starts with /',
      },
      Correlate: {
        Type: 'Pass',
        InputPath: '$$.Execution.Name',
        ResultPath: '$.correlationId',
        Next: 'Repeatable?',
      },
      'Repeatable?': {
        Type: 'Choice',
        Choices: [
          {
            Or: [
              ...REPEATABLE_METHODS.map((method) => ({
                Variable: '$.method',
                StringEquals: method,
              })),
              ...IDEMPOTENCY_KEYS.map((header) => ({
                Variable: `$.headers['${header}']`,
                IsPresent: true,
              })),
            ],
            Next: 'Call',
          },
        ],
        Default: 'CallOnce',
      },
      Call: task(props, { repeatable: true }),
      CallOnce: task(props, { repeatable: false }),
      ...failures(),
    },
  };
}

function task(
  { functionArn, timeoutSeconds }: CallProps,
  { repeatable }: { readonly repeatable: boolean },
): TaskState {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: functionArn, 'Payload.$': PAYLOAD },
    OutputPath: '$.Payload',
    TimeoutSeconds: timeoutSeconds + 15,
    Retry: retriers({ repeatable }),
    Catch: catchers(),
    End: true,
  };
}
