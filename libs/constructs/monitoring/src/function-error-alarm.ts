import type { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { SingleAlarm } from './private/single-alarm';
import { summed } from './private/sum-query';

/** Properties of a {@link FunctionErrorAlarm}. */
export interface FunctionErrorAlarmProps extends AlarmProps {
  readonly functionName: string;
  /**
   * How many of a hundred invocations may fail.
   * @default 1
   */
  readonly thresholdPercent?: number;
}

/**
 * Goes off when more than a share of a function's invocations failed, in three of the last five
 * minutes: by an error of its own or by one that it could not report, such as running out of time.
 * Minutes without an invocation count as good.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export class FunctionErrorAlarm extends SingleAlarm {
  public constructor(scope: Construct, id: string, props: FunctionErrorAlarmProps) {
    const threshold = props.thresholdPercent ?? 1;
    const metric = (metricName: string) => ({
      namespace: 'AWS/Lambda',
      metricName,
      dimensions: { FunctionName: props.functionName },
    });
    super(scope, id, props, {
      condition: 'failed-calls',
      description: `More than ${threshold} % of the calls of ${props.name} fail. Look at CallFailed by error on the dashboard: Transient, RateLimited and DeadlineExceeded are the other side's and are retried; AuthConfigError, Forbidden and TlsTrustError need somebody to change something. The log lines "call failed" of /aws/lambda/${props.functionName} have the message.`,
      metricQuery: [
        {
          id: 'error_rate',
          label: 'failed, percent',
          expression: '100 * errors / invocations',
          returnData: true,
        },
        summed('errors', metric('Errors')),
        summed('invocations', metric('Invocations')),
      ],
      comparisonOperator: 'GreaterThanThreshold',
      threshold,
      datapointsToAlarm: 3,
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    });
  }
}
