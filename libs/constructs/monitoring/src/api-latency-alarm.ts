import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { apiMetric } from './private/api-metric';
import { createMetricAlarm } from './private/metric-alarm';
import type { WatchedApi } from './watched-api';

/** Properties of an {@link ApiLatencyAlarm}. */
export interface ApiLatencyAlarmProps extends AlarmProps {
  readonly api: WatchedApi;
  /**
   * How long 95 of a hundred requests may take, in milliseconds.
   * @default 3000
   */
  readonly thresholdMilliseconds?: number;
}

/**
 * Goes off when the slowest five of a hundred requests to a REST API took longer than the threshold,
 * in three of the last five minutes.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
 */
export class ApiLatencyAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: ApiLatencyAlarmProps) {
    super(scope, id);
    const threshold = props.thresholdMilliseconds ?? 3000;
    createMetricAlarm(this, 'Resource', props, {
      ...apiMetric(props.api, 'Latency'),
      condition: 'slow',
      description: `Requests to ${props.name} take longer than ${threshold} ms (95th percentile). Look at latency and integrationLatency in the stage's access logs: where they are close, the backend or the way to it is slow; X-Ray shows which part.`,
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
