import { CloudwatchLogMetricFilter } from '@cdktf/provider-aws/lib/cloudwatch-log-metric-filter';
import { Construct } from 'constructs';
import { NAMESPACE } from './private/call-metric';

/** Properties of {@link CallMetricFilters}. */
export interface CallMetricFiltersProps {
  /** The log group of the function that calls. */
  readonly logGroupName: string;
}

/**
 * What a calling function's log lines count as, in the namespace `Culvert`: `CallFailed` by service and
 * error name, and `CallRepeated` by service.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 */
export class CallMetricFilters extends Construct {
  public constructor(scope: Construct, id: string, props: CallMetricFiltersProps) {
    super(scope, id);
    const { logGroupName } = props;
    const count = (name: string, pattern: string, dimensions: Record<string, string>) => {
      new CloudwatchLogMetricFilter(this, name, {
        name,
        logGroupName,
        pattern,
        metricTransformation: { namespace: NAMESPACE, name, value: '1', unit: 'Count', dimensions },
      });
    };
    const repeated = '{ ($.message = "called" || $.message = "call failed") && $.retryCount > 0 }';
    count('CallFailed', '{ $.message = "call failed" && $.error.name = "*" }', {
      service: '$.service',
      error: '$.error.name',
    });
    count('CallRepeated', repeated, { service: '$.service' });
  }
}
