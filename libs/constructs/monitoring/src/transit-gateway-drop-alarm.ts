import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { createMetricAlarm } from './private/metric-alarm';
import { attachmentMetric } from './private/transit-gateway-metric';
import type { WatchedAttachment } from './watched-attachment';

/** Properties of a {@link TransitGatewayDropAlarm}. */
export interface TransitGatewayDropAlarmProps extends AlarmProps, WatchedAttachment {}

/**
 * Two alarms on what a Transit Gateway drops of an attachment's packets: `no-route`, when they have
 * nowhere to go, and `blackhole`, when a route says that they must not.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html
 */
export class TransitGatewayDropAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: TransitGatewayDropAlarmProps) {
    super(scope, id);
    const dropped = {
      comparisonOperator: 'GreaterThanThreshold',
      threshold: 0,
      datapointsToAlarm: 3,
      evaluationPeriods: 5,
      treatMissingData: 'notBreaching',
    } as const;
    createMetricAlarm(this, 'no-route', props, {
      ...attachmentMetric(props, 'PacketDropCountNoRoute'),
      ...dropped,
      condition: 'no-route',
      description: `The Transit Gateway drops packets that come from ${props.name} because it has no route for them. Look at the route table that the attachment is associated with: is a propagation or a static route missing, or has on-premises stopped announcing a prefix?`,
    });
    createMetricAlarm(this, 'blackhole', props, {
      ...attachmentMetric(props, 'PacketDropCountBlackhole'),
      ...dropped,
      condition: 'blackhole',
      description: `The Transit Gateway drops packets that come from ${props.name} because a route says so. Something tries to reach what it must not, or a route's attachment is gone. Find the sender in the VPC's flow logs, and blackholes in the associated route table.`,
    });
  }
}
