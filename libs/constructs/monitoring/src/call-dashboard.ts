import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard';
import { Construct } from 'constructs';
import type { Alarm } from './alarm';
import { NAMESPACE } from './private/call-metric';
import { alarmWidget, grid, metricWidget, statusWidget } from './private/widgets';

/** Properties of a {@link CallDashboard}. */
export interface CallDashboardProps {
  /** The dashboard's name, unique in the account. */
  readonly name: string;
  /** Who calls, as its metrics say it. */
  readonly service: string;
  /** The Region of the metrics. */
  readonly region: string;
  readonly functionName: string;
  readonly stateMachineArns: readonly string[];
  /** Each is a widget, with the metric and the threshold that it watches. */
  readonly alarms: readonly Alarm[];
}

/**
 * One caller at a glance: the state of its alarms, what each of them watches, failures by name, how
 * its token and its secret fare, how much it does.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export class CallDashboard extends Construct {
  public constructor(scope: Construct, id: string, props: CallDashboardProps) {
    super(scope, id);
    const { name, service, region, functionName, stateMachineArns, alarms } = props;
    const ofService = (metric: string) => [NAMESPACE, metric, 'service', service];
    const byError = (metric: string) => [
      {
        expression: `SEARCH('{${NAMESPACE},error,service} service="${service}" MetricName="${metric}"', 'Sum')`,
        label: "$${PROP('Dim.error')}",
      },
    ];
    const widgets = [
      ...alarms.map((alarm) => alarmWidget(region, alarm)),
      metricWidget(region, 'failed calls, by error', [byError('CallFailed')]),
      metricWidget(region, 'token failures, by error', [byError('TokenFailure')]),
      metricWidget(region, 'tokens and secret', [
        ofService('TokenCacheHit'),
        ofService('TokenCacheMiss'),
        ofService('SecretRead'),
      ]),
      metricWidget(region, 'repeated and throttled', [
        ofService('CallRepeated'),
        ofService('Throttled'),
      ]),
      metricWidget(region, 'invocations', [
        ['AWS/Lambda', 'Invocations', 'FunctionName', functionName],
        ['AWS/Lambda', 'ConcurrentExecutions', 'FunctionName', functionName, { stat: 'Maximum' }],
      ]),
      metricWidget(
        region,
        'executions',
        stateMachineArns.flatMap((arn) =>
          ['ExecutionsStarted', 'ExecutionsSucceeded', 'ExecutionsFailed'].map((metric) => [
            'AWS/States',
            metric,
            'StateMachineArn',
            arn,
          ]),
        ),
      ),
    ];
    new CloudwatchDashboard(this, 'Resource', {
      dashboardName: name,
      dashboardBody: JSON.stringify({ widgets: [statusWidget(name, alarms), ...grid(widgets)] }),
    });
  }
}
