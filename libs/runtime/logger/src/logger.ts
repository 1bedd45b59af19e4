import type { Json } from './json';
import { type Level, levels } from './level';
import type { MetricUnit } from './metric-unit';
import { embeddedMetric, metricProblems } from './private/embedded-metric';
import type { Redactor } from './redactor';

export interface LoggerProps {
  /** Who logs: a field of each line and a dimension of each metric. */
  readonly service: string;
  /** Whose registered secrets and sensitive keys are left out. */
  readonly redactor: Redactor;
  /**
   * The least severe level that is written. Metrics are always written.
   * @default 'info'
   */
  readonly level?: Level;
  /**
   * CloudWatch namespace of the metrics.
   * @default 'Culvert'
   */
  readonly namespace?: string;
  /**
   * Where lines go, each with its line feed.
   * @default standard output
   */
  readonly write?: (line: string) => void;
}

/**
 * Writes one JSON object for each line. No value makes it throw, and no line holds a secret that the
 * redactor knows.
 */
export class Logger {
  private readonly namespace: string;
  private readonly severity: number;
  private readonly write: (line: string) => void;
  private correlation: object = {};

  constructor(private readonly props: LoggerProps) {
    this.namespace = props.namespace ?? 'Culvert';
    this.severity = levels.indexOf(props.level ?? 'info');
    this.write = props.write ?? ((line) => process.stdout.write(line));
  }

  /** A logger whose every line also has these ids. */
  child(correlation: object): Logger {
    const child = new Logger(this.props);
    child.correlation = { ...this.correlation, ...this.fields(correlation) };
    return child;
  }

  debug(message: string, fields?: object): void {
    this.log('debug', message, fields);
  }

  info(message: string, fields?: object): void {
    this.log('info', message, fields);
  }

  warn(message: string, fields?: object): void {
    this.log('warn', message, fields);
  }

  error(message: string, fields?: object): void {
    this.log('error', message, fields);
  }

  /**
   * Writes a metric that CloudWatch makes of the log line. Each combination of dimensions is a metric
   * of its own that is paid for: an id belongs into `child`, where it is no dimension.
   */
  metric(
    name: string,
    value: number,
    unit: MetricUnit,
    dimensions: Readonly<Record<string, string>> = {},
  ): void {
    const metric = {
      namespace: this.namespace,
      name: String(this.props.redactor.redact(name)),
      value,
      unit,
      dimensions: {
        service: this.props.service,
        ...(this.fields(dimensions) as Record<string, string>),
      },
    };
    const problems = metricProblems(metric);
    if (problems.length > 0) this.warn('metric not written', { metric: name, problems });
    else this.line({ ...this.fields(this.correlation), ...embeddedMetric(metric, new Date()) });
  }

  private log(level: Level, message: string, fields: object = {}): void {
    if (levels.indexOf(level) < this.severity) return;
    const head = {
      timestamp: new Date().toISOString(),
      level: level.toUpperCase(),
      message: this.props.redactor.redact(message),
      service: this.props.service,
    };
    this.line({ ...head, ...this.fields(this.correlation), ...this.fields(fields), ...head });
  }

  private fields(fields: object): Readonly<Record<string, Json>> {
    const plain = this.props.redactor.redact(fields);
    if (!isRecord(plain)) return { fields: plain };
    return 'stack' in plain && 'message' in plain ? { error: plain } : plain;
  }

  private line(line: object): void {
    this.write(`${JSON.stringify(line)}\n`);
  }
}

function isRecord(plain: Json): plain is Readonly<Record<string, Json>> {
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain);
}
