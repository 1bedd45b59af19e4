import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';
import type { Construct } from 'constructs';
import type { Alarm } from '../alarm';
import type { AlarmProps } from '../alarm-props';

/** What tells one alarm from another; the rest is the same for all. */
export interface MetricAlarm extends Pick<
  CloudwatchMetricAlarmConfig,
  'namespace' | 'metricName' | 'dimensions' | 'statistic' | 'extendedStatistic' | 'metricQuery'
> {
  /** The second part of the alarm's name, after what is watched. */
  readonly condition: string;
  /** What broke and where to look, for whoever is woken by it. */
  readonly description: string;
  readonly comparisonOperator:
    'GreaterThanThreshold' | 'LessThanThreshold' | 'LessThanOrEqualToThreshold';
  readonly threshold: number;
  /** Seconds; absent where each metric of a query has its own. */
  readonly period?: number;
  /** In so many of the last periods. */
  readonly datapointsToAlarm: number;
  readonly evaluationPeriods: number;
  /** What silence means: `breaching` where the metric is always there, `notBreaching` where it is not. */
  readonly treatMissingData: 'breaching' | 'notBreaching';
}

/** Creates an alarm that tells the topic when it goes off and when it is over. */
export function createMetricAlarm(
  scope: Construct,
  id: string,
  { name, topic }: AlarmProps,
  { condition, description, ...alarm }: MetricAlarm,
): Alarm {
  const { arn, alarmName } = new CloudwatchMetricAlarm(scope, id, {
    ...alarm,
    alarmName: `${name}-${condition}`,
    alarmDescription: description,
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
  return { arn, name: alarmName };
}
