import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { createMetricAlarm } from './private/metric-alarm';

/** Properties of a {@link VirtualInterfaceAlarm}. */
export interface VirtualInterfaceAlarmProps extends AlarmProps {
  /** The Direct Connect connection, `dxcon-…`. */
  readonly connectionId: string;
  /** The virtual interface on it, `dxvif-…`. */
  readonly virtualInterfaceId: string;
}

/**
 * Goes off when the IPv4 BGP session of a Direct Connect virtual interface is down. CloudWatch has its
 * state in the account that owns the interface and the Region of its Direct Connect location, every
 * five minutes: create the alarm there.
 *
 * @see https://docs.aws.amazon.com/directconnect/latest/UserGuide/monitoring-cloudwatch.html
 */
export class VirtualInterfaceAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: VirtualInterfaceAlarmProps) {
    super(scope, id);
    createMetricAlarm(this, 'Resource', props, {
      condition: 'bgp-down',
      description: `BGP over virtual interface ${props.virtualInterfaceId} of ${props.name} is down: on-premises announces nothing over it. Look at the state of connection ${props.connectionId}, its light levels and errors, then call the on-premises network team and the carrier.`,
      namespace: 'AWS/DX',
      metricName: 'VirtualInterfaceBgpStatus',
      dimensions: {
        ConnectionId: props.connectionId,
        VirtualInterfaceId: props.virtualInterfaceId,
        IpAddressFamily: 'ipv4',
      },
      statistic: 'Minimum',
      comparisonOperator: 'LessThanThreshold',
      threshold: 1,
      period: 300,
      datapointsToAlarm: 1,
      evaluationPeriods: 1,
      treatMissingData: 'breaching',
    });
  }
}
