import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { apiMetric } from './private/api-metric';
import { createMetricAlarm } from './private/metric-alarm';
import type { WatchedApi } from './watched-api';

/** Properties of an {@link ApiErrorAlarm}. */
export interface ApiErrorAlarmProps extends AlarmProps {
  readonly api: WatchedApi;
  /**
   * How many of a hundred requests may fail.
   * @default 1
   */
  readonly thresholdPercent?: number;
}

/**
 * Goes off when more than a share of a REST API's requests failed with 5XX, in three of the last five
 * minutes. Minutes without a request count as good.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
 */
export class ApiErrorAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: ApiErrorAlarmProps) {
    super(scope, id);
    const threshold = props.thresholdPercent ?? 1;
    const perMinute = (metricName: string) => ({
      ...apiMetric(props.api, metricName),
      stat: 'Sum',
      period: 60,
    });
    createMetricAlarm(this, 'Resource', props, {
      condition: 'errors',
      description: `More than ${threshold} % of the requests to ${props.name} fail with 5XX. Look at integrationStatus and integrationError in the stage's access logs: 504 and no status mean that the backend is not reached, so look at the load balancer's targets; other 5XX come from the backend itself.`,
      metricQuery: [
        {
          id: 'error_rate',
          label: '5XX, percent',
          expression: '100 * errors / requests',
          returnData: true,
        },
        { id: 'errors', metric: perMinute('5XXError') },
        { id: 'requests', metric: perMinute('Count') },
      ],
      comparisonOperator: 'GreaterThanThreshold',
      threshold,
      datapointsToAlarm: 3,
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    });
  }
}
