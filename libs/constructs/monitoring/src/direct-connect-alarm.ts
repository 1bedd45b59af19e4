import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { createMetricAlarm } from './private/metric-alarm';
import { attachmentMetric } from './private/transit-gateway-metric';
import type { WatchedAttachment } from './watched-attachment';

/** Properties of a {@link DirectConnectAlarm}. */
export interface DirectConnectAlarmProps extends AlarmProps, WatchedAttachment {}

/**
 * Goes off when nothing has come from on-premises through a Direct Connect gateway's attachment for
 * five minutes. A gateway has no state of its own in CloudWatch; a load balancer's health checks make
 * targets on-premises answer all the time, so silence means that they cannot.
 *
 * The state of BGP is that of each virtual interface: see `VirtualInterfaceAlarm`.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html
 */
export class DirectConnectAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: DirectConnectAlarmProps) {
    super(scope, id);
    createMetricAlarm(this, 'Resource', props, {
      ...attachmentMetric(props, 'PacketsIn'),
      condition: 'direct-connect-silent',
      description: `Nothing comes from on-premises over Direct Connect for ${props.name}. Look at the virtual interfaces' BGP state and the connection's state, then at the prefixes that on-premises announces and the return routes there.`,
      comparisonOperator: 'LessThanOrEqualToThreshold',
      threshold: 0,
      datapointsToAlarm: 5,
      evaluationPeriods: 5,
      treatMissingData: 'breaching',
    });
  }
}
