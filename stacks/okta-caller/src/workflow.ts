import type { OktaCallerEstate } from '@culvert/estate';
import { BatchMap, StateMachine } from '@culvert/workflow';
import { Construct } from 'constructs';
import { BatchBucket } from './batch-bucket';
import { type Caller, TIMEOUT_SECONDS } from './caller';
import { batchDefinition } from './definition/batch';
import { callStates } from './definition/call';
import { nameOf } from './names';

const REQUESTS = 'requests/';
const RESULTS = 'results';

/** Percent of a batch's requests that may fail without the batch failing. */
const TOLERATED_FAILURES = 5;

/** A caller's two state machines: for one request, and for as many as a list in S3 has. */
export class CallerWorkflow extends Construct {
  public readonly caller: Caller;
  public readonly single: StateMachine;
  public readonly batch: StateMachine;
  public readonly bucket: BatchBucket;

  public constructor(caller: Caller, { deletionProtection, logRetentionDays }: OktaCallerEstate) {
    super(caller, 'workflow');
    this.caller = caller;
    const { fn, key } = caller;
    const name = nameOf(caller.name);
    const states = callStates({ functionArn: fn.arn, timeoutSeconds: TIMEOUT_SECONDS });
    this.single = new StateMachine(this, 'single', {
      name,
      definition: { Comment: `a request of ${caller.name}`, ...states },
      key,
      logRetentionDays,
    });
    this.bucket = new BatchBucket(this, 'bucket', {
      namePrefix: `culvert-${caller.name}-batch-`,
      key,
      deletionProtection,
    });
    const map = new BatchMap(this, 'map', {
      bucket: this.bucket,
      input: { prefix: REQUESTS, key: '$.key', format: 'JSON' },
      resultPrefix: RESULTS,
      processor: states,
      maxConcurrency: caller.client.reservedConcurrency,
      toleratedFailurePercentage: TOLERATED_FAILURES,
    });
    this.batch = new StateMachine(this, 'batch', {
      name: `${name}-batch`,
      definition: batchDefinition(map, REQUESTS),
      key,
      logRetentionDays,
    });
    map.grantTo(this.batch);
    for (const machine of [this.single, this.batch]) {
      machine.allow({
        Sid: 'CallsTheFunction',
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: fn.arn,
      });
    }
  }
}
