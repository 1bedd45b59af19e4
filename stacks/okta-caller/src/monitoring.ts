import type { OktaCallerEstate } from '@culvert/estate';
import type { CustomerKey } from '@culvert/identity';
import {
  type Alarm,
  AlarmTopic,
  CallDashboard,
  CallLatencyAlarm,
  CallMetricFilters,
  ExecutionAlarm,
  FunctionErrorAlarm,
  RotationFailureAlarm,
  RotationOverdueAlarm,
  ThrottleAlarm,
  TokenFailureAlarm,
} from '@culvert/monitoring';
import type { Account } from '@culvert/stack';
import { RotationWatch } from '@culvert/workflow';
import { NAME, nameOf } from './names';
import type { Rotator } from './rotator';
import type { CallerWorkflow } from './workflow';

/** How many days a rotation may be late: two schedules' worth of retries, and a weekend. */
const GRACE_DAYS = 4;

/** With which names a token cannot be had; `Error` is a fault of the code's own. */
const TOKEN_ERRORS = [
  'SecretUnavailable',
  'AuthConfigError',
  'RateLimited',
  'Transient',
  'TlsTrustError',
  'ContractError',
  'DeadlineExceeded',
  'Error',
] as const;

/** What is watched. */
export interface Watched {
  readonly key: CustomerKey;
  readonly workflows: readonly CallerWorkflow[];
  readonly rotator: Rotator;
}

/** What goes off when something is wrong with a caller. */
export interface Watch {
  readonly topic: AlarmTopic;
  /** Goes off for each caller when requests are given up: what no experiment may bring about. */
  readonly givenUp: readonly Alarm[];
}

/** Watches every caller and the rotation of its credential. */
export function watch(
  account: Account,
  scenario: OktaCallerEstate,
  { key, rotator, workflows }: Watched,
): Watch {
  const topic = new AlarmTopic(account, 'alarms', { name: `${NAME}-alarms`, key });
  new RotationWatch(account, 'rotation-watch', {
    name: `${NAME}-rotation-watch`,
    key,
    secrets: workflows.map(({ caller }) => caller.secret),
  });
  new RotationFailureAlarm(account, 'rotation-failed', {
    name: NAME,
    topic,
    functionName: rotator.fn.name,
  });
  return {
    topic,
    givenUp: workflows.map((workflow) => watchCaller(workflow, scenario, topic)),
  };
}

function watchCaller(
  workflow: CallerWorkflow,
  { rotationDays }: OktaCallerEstate,
  topic: AlarmTopic,
): Alarm {
  const { batch, caller, single } = workflow;
  const functionName = caller.fn.name;
  const service = caller.name;
  const watched = { name: nameOf(caller.name), topic };
  const givenUp = new ExecutionAlarm(workflow, 'failed-executions', {
    ...watched,
    stateMachineArn: single.arn,
  });
  const alarms = [
    new FunctionErrorAlarm(workflow, 'failed-calls', { ...watched, functionName }),
    new CallLatencyAlarm(workflow, 'slow-calls', { ...watched, service }),
    new TokenFailureAlarm(workflow, 'token-failures', {
      ...watched,
      service,
      errors: TOKEN_ERRORS,
    }),
    givenUp,
    new ExecutionAlarm(workflow, 'failed-batches', {
      name: `${watched.name}-batch`,
      topic,
      stateMachineArn: batch.arn,
    }),
    new ThrottleAlarm(workflow, 'throttled', {
      ...watched,
      functionName,
      stateMachineArns: [single.arn, batch.arn],
    }),
    new RotationOverdueAlarm(workflow, 'rotation-overdue', {
      ...watched,
      secretName: caller.secret.name,
      maximumDays: rotationDays + GRACE_DAYS,
    }),
  ];
  new CallMetricFilters(workflow, 'metric-filters', { logGroupName: caller.fn.logGroupName });
  new CallDashboard(workflow, 'dashboard', {
    name: watched.name,
    service,
    region: caller.region,
    functionName,
    stateMachineArns: [single.arn, batch.arn],
    alarms,
  });
  return givenUp;
}
