import type { MetricUnit } from '../metric-unit';

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly value: number;
  readonly unit: MetricUnit;
  readonly dimensions: Readonly<Record<string, string>>;
}

const MAX_DIMENSIONS = 30;
const MAX_LENGTH = 1024;

/**
 * One metric in the embedded metric format.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetric(metric: Metric, now: Date): object {
  const { namespace, name, value, unit, dimensions } = metric;
  return {
    ...dimensions,
    [name]: value,
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: namespace,
          Dimensions: [Object.keys(dimensions)],
          Metrics: [{ Name: name, Unit: unit }],
        },
      ],
    },
  };
}

/** Why CloudWatch would drop the metric without a word. */
export function metricProblems({ name, value, dimensions }: Metric): readonly string[] {
  const entries = Object.entries(dimensions);
  const problems = entries
    .filter(([key, text]) => !isName(key) || !isName(text))
    .map(
      ([key, text]) =>
        `dimension '${key}' is ${JSON.stringify(text)}, use 1 to ${MAX_LENGTH} characters`,
    );
  if (!Number.isFinite(value)) problems.push(`value is ${String(value)}, use a finite number`);
  if (!isName(name)) problems.push(`name is '${name}', use 1 to ${MAX_LENGTH} characters`);
  if (name === '_aws' || name in dimensions)
    problems.push(`name '${name}' is taken, use another than a dimension's`);
  if (entries.length > MAX_DIMENSIONS)
    problems.push(`${entries.length} dimensions, use at most ${MAX_DIMENSIONS}`);
  return problems;
}

function isName(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '' && text.length <= MAX_LENGTH;
}
