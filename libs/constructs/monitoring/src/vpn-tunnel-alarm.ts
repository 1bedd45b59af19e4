import { Construct } from 'constructs';
import type { AlarmProps } from './alarm-props';
import { createMetricAlarm } from './private/metric-alarm';

/** Properties of a {@link VpnTunnelAlarm}. */
export interface VpnTunnelAlarmProps extends AlarmProps {
  readonly vpnConnectionId: string;
}

/**
 * Two alarms on a Site-to-Site VPN: `degraded` when one of its two tunnels has been down for a quarter
 * of an hour, longer than AWS takes to maintain one, and `disconnected` when both are.
 *
 * A connection's state is 1 when both tunnels are up, 0 when none is, and between when one is.
 *
 * @see https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-cloudwatch-vpn.html
 */
export class VpnTunnelAlarm extends Construct {
  public constructor(scope: Construct, id: string, props: VpnTunnelAlarmProps) {
    super(scope, id);
    const tunnelState = {
      namespace: 'AWS/VPN',
      metricName: 'TunnelState',
      dimensions: { VpnId: props.vpnConnectionId },
      period: 300,
      treatMissingData: 'breaching',
    } as const;
    createMetricAlarm(this, 'degraded', props, {
      ...tunnelState,
      condition: 'vpn-degraded',
      description: `One of the two VPN tunnels of ${props.name} is down; traffic takes the other. Look at the tunnel's details and its activity log, then ask the on-premises network team about IKE and BGP on that tunnel.`,
      statistic: 'Minimum',
      comparisonOperator: 'LessThanThreshold',
      threshold: 1,
      datapointsToAlarm: 3,
      evaluationPeriods: 3,
    });
    createMetricAlarm(this, 'disconnected', props, {
      ...tunnelState,
      condition: 'vpn-disconnected',
      description: `Both VPN tunnels of ${props.name} are down: on-premises cannot be reached. Call the on-premises network team; look at the tunnels' activity logs, the customer gateway's address and its internet line.`,
      statistic: 'Maximum',
      comparisonOperator: 'LessThanOrEqualToThreshold',
      threshold: 0,
      datapointsToAlarm: 1,
      evaluationPeriods: 1,
    });
  }
}
