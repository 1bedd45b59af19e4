import type { CloudwatchMetricAlarmMetricQuery } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm';

/** A metric as CloudWatch knows it. */
export interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** A metric of a query, added up over its period. */
export function summed(id: string, metric: Metric, period = 60): CloudwatchMetricAlarmMetricQuery {
  const { namespace, metricName, dimensions } = metric;
  return {
    id,
    metric: { namespace, metricName, dimensions: { ...dimensions }, stat: 'Sum', period },
  };
}

/** Several metrics as one sum; one that is silent counts as 0. */
export function sumOf(
  label: string,
  metrics: readonly Metric[],
  period = 60,
): CloudwatchMetricAlarmMetricQuery[] {
  const parts = metrics.map((metric, index) => summed(`m${index}`, metric, period));
  return [
    {
      id: 'sum',
      label,
      expression: parts.map(({ id }) => `FILL(${id}, 0)`).join(' + '),
      returnData: true,
    },
    ...parts,
  ];
}
