import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { createMetricAlarm } from './private/metric-alarm';

/** What CloudWatch knows a load balancer or a target group by. */
export interface LoadBalancingDimension {
  /** The part of the ARN from `net/…` or `targetgroup/…` on. */
  readonly arnSuffix: string;
}

/** Properties of an {@link UnhealthyTargetsAlarm}. */
export interface UnhealthyTargetsAlarmProps extends AlarmProps {
  readonly loadBalancer: LoadBalancingDimension;
  readonly targetGroup: LoadBalancingDimension;
}

/**
 * Goes off when a target of a Network Load Balancer fails its health check for three minutes, or when
 * nothing is known of the targets.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export class UnhealthyTargetsAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: UnhealthyTargetsAlarmProps) {
    super(scope, id);
    createMetricAlarm(this, 'Resource', props, {
      condition: 'unhealthy-targets',
      description: `A target behind the load balancer of ${props.name} accepts no connection. Look at the target group's targets, then at the route to them and back, the security group of the load balancer, and the target itself.`,
      namespace: 'AWS/NetworkELB',
      metricName: 'UnHealthyHostCount',
      dimensions: {
        LoadBalancer: props.loadBalancer.arnSuffix,
        TargetGroup: props.targetGroup.arnSuffix,
      },
      statistic: 'Maximum',
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      period: 60,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
      treatMissingData: 'breaching',
    });
  }
}
