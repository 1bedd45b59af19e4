import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { callMetric } from './private/call-metric';
import { SingleAlarm } from './private/single-alarm';

/** Properties of a {@link CallLatencyAlarm}. */
export interface CallLatencyAlarmProps extends AlarmProps {
  /** Who calls, as its metrics say it. */
  readonly service: string;
  /**
   * How long 95 of a hundred requests may take, in milliseconds.
   * @default 5000
   */
  readonly thresholdMilliseconds?: number;
}

/**
 * Goes off when the slowest five of a hundred requests that a function made to its API took longer
 * than the threshold, in three of the last five minutes: `ApiLatency`, which the function measures.
 */
export class CallLatencyAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: CallLatencyAlarmProps) {
    const threshold = props.thresholdMilliseconds ?? 5000;
    super(scope, id, props, {
      ...callMetric(props.service, 'ApiLatency'),
      condition: 'slow-calls',
      description: `Requests of ${props.name} to its API take longer than ${threshold} ms (95th percentile), measured where they are made. Ask the API's owner what its own latency is: the same means that the API is slow, less means the way to it; then look at the Transit Gateway and endpoint metrics and the VPC's flow logs.`,
      extendedStatistic: 'p95',
      comparisonOperator: 'GreaterThanThreshold',
      threshold,
      period: 60,
      datapointsToAlarm: 3,
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    });
  }
}
