import type { BatchMap, StateMachineDefinition } from '@culvert/workflow';
import { retry } from '@culvert/workflow';
import { fails } from './errors';

/** The state that a batch ends in when it fails as a whole, under the name of its error. */
const BATCH_FAILED = 'BatchFailed';

/** What reads and writes S3, and may fail for a moment. */
const S3_ERRORS = ['States.ItemReaderFailed', 'States.ResultWriterFailed'];

/** Many requests: a map over the objects of S3 below the prefix. */
export function batchDefinition(map: BatchMap, prefix: string): StateMachineDefinition {
  return {
    Comment: 'a request for each item of a list in S3',
    StartAt: 'ValidateBatch',
    States: {
      ValidateBatch: {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$.key', IsPresent: true },
              { Variable: '$.key', StringMatches: `${prefix}*` },
            ],
            Next: 'Requests',
          },
        ],
        Default: 'RefuseBatch',
      },
      RefuseBatch: {
        Type: 'Fail',
        Error: 'InvalidInput',
        Cause: `a batch needs a key that starts with ${prefix}`,
      },
      Requests: map.state({
        End: true,
        Retry: [retry(S3_ERRORS, { intervalSeconds: 2, maxAttempts: 2, maxDelaySeconds: 30 })],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: BATCH_FAILED, ResultPath: '$.error' }],
      }),
      [BATCH_FAILED]: fails(),
    },
  };
}
