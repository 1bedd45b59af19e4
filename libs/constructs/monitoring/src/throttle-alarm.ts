import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { SingleAlarm } from './private/single-alarm';
import { sumOf } from './private/sum-query';

/** Properties of a {@link ThrottleAlarm}. */
export interface ThrottleAlarmProps extends AlarmProps {
  readonly functionName: string;
  /** The machines that invoke it, at most eight. */
  readonly stateMachineArns: readonly string[];
}

/**
 * Goes off when AWS throttled a function's invocations or its state machines' transitions, in five of
 * the last ten minutes. Throttled work is retried: an alarm is for when it does not end.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html
 */
export class ThrottleAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: ThrottleAlarmProps) {
    const { functionName, stateMachineArns } = props;
    super(scope, id, props, {
      condition: 'throttled',
      description: `AWS has throttled ${props.name} for minutes. Compare the function's ConcurrentExecutions with its reserved concurrency: at the limit, either more is asked than was agreed with the API's owner, or calls have become slow; look at the latency first. Below it, look at the account's quotas of Lambda and Step Functions.`,
      metricQuery: sumOf('throttled', [
        {
          namespace: 'AWS/Lambda',
          metricName: 'Throttles',
          dimensions: { FunctionName: functionName },
        },
        ...stateMachineArns.map((StateMachineArn) => ({
          namespace: 'AWS/States',
          metricName: 'ExecutionThrottled',
          dimensions: { StateMachineArn },
        })),
      ]),
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      datapointsToAlarm: 5,
      evaluationPeriods: 10,
      treatMissingData: 'notBreaching',
    });
  }
}
