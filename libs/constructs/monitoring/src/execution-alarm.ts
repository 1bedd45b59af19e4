import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { SingleAlarm } from './private/single-alarm';
import { sumOf } from './private/sum-query';

/** Properties of an {@link ExecutionAlarm}. */
export interface ExecutionAlarmProps extends AlarmProps {
  readonly stateMachineArn: string;
}

/**
 * Goes off when an execution of a state machine failed, timed out or was aborted. It failed after its
 * retries: somebody's request was not done.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export class ExecutionAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: ExecutionAlarmProps) {
    super(scope, id, props, {
      condition: 'failed-executions',
      description: `An execution of ${props.name} failed, timed out or was aborted, after its retries. Open the failed executions of the state machine: the error's name says whose it is. With OutcomeUnknown ask the API whether the request was done before anyone repeats it; others can be redriven once their cause is gone.`,
      metricQuery: sumOf(
        'failed, timed out, aborted',
        ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'].map((metricName) => ({
          namespace: 'AWS/States',
          metricName,
          dimensions: { StateMachineArn: props.stateMachineArn },
        })),
      ),
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      datapointsToAlarm: 1,
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
    });
  }
}
