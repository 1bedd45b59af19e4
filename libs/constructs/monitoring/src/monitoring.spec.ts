import { type Account, MultiAccountStack } from '@culvert/stack';
import { type Block, SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import {
  type AlarmProps,
  AlarmTopic,
  ApiErrorAlarm,
  ApiLatencyAlarm,
  CallLatencyAlarm,
  DirectConnectAlarm,
  ExecutionAlarm,
  FunctionErrorAlarm,
  QueueAlarm,
  RotationFailureAlarm,
  RotationOverdueAlarm,
  ThrottleAlarm,
  TokenFailureAlarm,
  TransitGatewayDropAlarm,
  UnhealthyTargetsAlarm,
  VirtualInterfaceAlarm,
  VpnTunnelAlarm,
} from './index';

const API = { name: 'orders', stage: { stageName: 'live' } };
const ATTACHMENT = { transitGatewayId: 'tgw-1', attachmentId: 'tgw-attach-1' };
const INTERFACE = { connectionId: 'dxcon-1', virtualInterfaceId: 'dxvif-1' };
const TARGETS = {
  loadBalancer: { arnSuffix: 'net/orders/1' },
  targetGroup: { arnSuffix: 'targetgroup/orders/2' },
};

function alarmsOf(create: (account: Account, alarm: AlarmProps) => void) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const account = stack.account('api');
  create(account, { name: 'orders', topic: new AlarmTopic(account, 'topic', { name: 'orders' }) });
  const synthesised = SynthesisedStack.of(stack);
  const alarms = synthesised
    .resources('aws_cloudwatch_metric_alarm')
    .map((resource) => resource.arguments);
  return { synthesised, alarms, named: (name: string) => alarmNamed(alarms, name) };
}

function alarmNamed(alarms: readonly Block[], name: string): Block | undefined {
  return alarms.find((alarm) => alarm['alarm_name'] === name);
}

describe('every alarm', () => {
  const { synthesised, alarms } = alarmsOf((account, alarm) => {
    new UnhealthyTargetsAlarm(account, 'targets', { ...alarm, ...TARGETS });
    new VpnTunnelAlarm(account, 'vpn', { ...alarm, vpnConnectionId: 'vpn-1' });
    new DirectConnectAlarm(account, 'direct-connect', { ...alarm, ...ATTACHMENT });
    new VirtualInterfaceAlarm(account, 'interface', { ...alarm, ...INTERFACE });
    new TransitGatewayDropAlarm(account, 'drops', { ...alarm, ...ATTACHMENT });
    new ApiErrorAlarm(account, 'errors', { ...alarm, api: API });
    new ApiLatencyAlarm(account, 'latency', { ...alarm, api: API });
    new FunctionErrorAlarm(account, 'function', { ...alarm, functionName: 'caller' });
    new CallLatencyAlarm(account, 'call-latency', { ...alarm, service: 'orders' });
    new TokenFailureAlarm(account, 'token', { ...alarm, service: 'orders', errors: ['Transient'] });
    new ExecutionAlarm(account, 'executions', { ...alarm, stateMachineArn: 'arn:machine' });
    new ThrottleAlarm(account, 'throttles', {
      ...alarm,
      functionName: 'caller',
      stateMachineArns: ['arn:machine'],
    });
    new RotationFailureAlarm(account, 'rotation', { ...alarm, functionName: 'rotator' });
    new RotationOverdueAlarm(account, 'overdue', {
      ...alarm,
      secretName: 'okta/orders',
      maximumDays: 35,
    });
    new QueueAlarm(account, 'queue', { ...alarm, queueName: 'failures' });
  });

  it('has a name of its own', () => {
    expect(alarms.map((alarm) => alarm['alarm_name']).sort()).toEqual([
      'orders-bgp-down',
      'orders-blackhole',
      'orders-direct-connect-silent',
      'orders-errors',
      'orders-failed-calls',
      'orders-failed-executions',
      'orders-failures-waiting',
      'orders-no-route',
      'orders-rotation-failed',
      'orders-rotation-overdue',
      'orders-slow',
      'orders-slow-calls',
      'orders-throttled',
      'orders-token-failures',
      'orders-unhealthy-targets',
      'orders-vpn-degraded',
      'orders-vpn-disconnected',
    ]);
  });

  it.each(alarms)(
    'tells the topic when $alarm_name starts and ends, and on-call where to look',
    (alarm) => {
      const topicArn = `\${${synthesised.only('aws_sns_topic').address}.arn}`;

      expect(alarm).toMatchObject({
        alarm_actions: [topicArn],
        ok_actions: [topicArn],
        alarm_description: expect.stringMatching(
          /(?:orders|rotator).*(?:look|find|call|open|compare|receive|ask)/is,
        ),
      });
      expect((alarm['alarm_description'] as string).length).toBeLessThan(1024);
    },
  );
});

describe('UnhealthyTargetsAlarm', () => {
  it('goes off on one target, or when nothing is known of them', () => {
    const { named } = alarmsOf((account, alarm) => {
      new UnhealthyTargetsAlarm(account, 'targets', { ...alarm, ...TARGETS });
    });

    expect(named('orders-unhealthy-targets')).toMatchObject({
      namespace: 'AWS/NetworkELB',
      metric_name: 'UnHealthyHostCount',
      dimensions: { LoadBalancer: 'net/orders/1', TargetGroup: 'targetgroup/orders/2' },
      statistic: 'Maximum',
      comparison_operator: 'GreaterThanThreshold',
      threshold: 0,
      treat_missing_data: 'breaching',
    });
  });
});

describe('VpnTunnelAlarm', () => {
  const { named } = alarmsOf((account, alarm) => {
    new VpnTunnelAlarm(account, 'vpn', { ...alarm, vpnConnectionId: 'vpn-1' });
  });
  const tunnelState = {
    namespace: 'AWS/VPN',
    metric_name: 'TunnelState',
    dimensions: { VpnId: 'vpn-1' },
  };

  it('is degraded below 1, after a quarter of an hour', () => {
    expect(named('orders-vpn-degraded')).toMatchObject({
      ...tunnelState,
      statistic: 'Minimum',
      comparison_operator: 'LessThanThreshold',
      threshold: 1,
      period: 300,
      evaluation_periods: 3,
    });
  });

  it('is disconnected at 0, at once', () => {
    expect(named('orders-vpn-disconnected')).toMatchObject({
      ...tunnelState,
      statistic: 'Maximum',
      comparison_operator: 'LessThanOrEqualToThreshold',
      threshold: 0,
      evaluation_periods: 1,
      treat_missing_data: 'breaching',
    });
  });
});

describe('DirectConnectAlarm', () => {
  it('takes silence for a failure', () => {
    const { named } = alarmsOf((account, alarm) => {
      new DirectConnectAlarm(account, 'direct-connect', { ...alarm, ...ATTACHMENT });
    });

    expect(named('orders-direct-connect-silent')).toMatchObject({
      namespace: 'AWS/TransitGateway',
      metric_name: 'PacketsIn',
      dimensions: { TransitGateway: 'tgw-1', TransitGatewayAttachment: 'tgw-attach-1' },
      statistic: 'Sum',
      comparison_operator: 'LessThanOrEqualToThreshold',
      threshold: 0,
      treat_missing_data: 'breaching',
    });
  });
});

describe('VirtualInterfaceAlarm', () => {
  it('watches BGP by the dimensions that CloudWatch has it under', () => {
    const { named } = alarmsOf((account, alarm) => {
      new VirtualInterfaceAlarm(account, 'interface', { ...alarm, ...INTERFACE });
    });

    expect(named('orders-bgp-down')).toMatchObject({
      namespace: 'AWS/DX',
      metric_name: 'VirtualInterfaceBgpStatus',
      dimensions: {
        ConnectionId: 'dxcon-1',
        VirtualInterfaceId: 'dxvif-1',
        IpAddressFamily: 'ipv4',
      },
      comparison_operator: 'LessThanThreshold',
      threshold: 1,
    });
  });
});

describe('TransitGatewayDropAlarm', () => {
  it.each([
    ['orders-no-route', 'PacketDropCountNoRoute'],
    ['orders-blackhole', 'PacketDropCountBlackhole'],
  ])('goes off as %s on %s of its attachment', (name, metric) => {
    const { named } = alarmsOf((account, alarm) => {
      new TransitGatewayDropAlarm(account, 'drops', { ...alarm, ...ATTACHMENT });
    });

    expect(named(name)).toMatchObject({
      namespace: 'AWS/TransitGateway',
      metric_name: metric,
      dimensions: { TransitGateway: 'tgw-1', TransitGatewayAttachment: 'tgw-attach-1' },
      comparison_operator: 'GreaterThanThreshold',
      threshold: 0,
      treat_missing_data: 'notBreaching',
    });
  });
});

describe('ApiErrorAlarm', () => {
  it('goes off on the share of failed requests of its stage, and not without requests', () => {
    const { named } = alarmsOf((account, alarm) => {
      new ApiErrorAlarm(account, 'errors', { ...alarm, api: API });
    });
    const metric = (name: string) => ({
      namespace: 'AWS/ApiGateway',
      metric_name: name,
      dimensions: { ApiName: 'orders', Stage: 'live' },
      period: 60,
      stat: 'Sum',
    });

    expect(named('orders-errors')).toMatchObject({
      metric_query: [
        { id: 'error_rate', expression: '100 * errors / requests', return_data: true },
        { id: 'errors', metric: metric('5XXError') },
        { id: 'requests', metric: metric('Count') },
      ],
      threshold: 1,
      treat_missing_data: 'notBreaching',
    });
  });

  it('says the threshold it has', () => {
    const { named } = alarmsOf((account, alarm) => {
      new ApiErrorAlarm(account, 'errors', { ...alarm, api: API, thresholdPercent: 5 });
    });

    expect(named('orders-errors')).toMatchObject({
      threshold: 5,
      alarm_description: expect.stringContaining('More than 5 %'),
    });
  });
});

describe('ApiLatencyAlarm', () => {
  it('goes off on the slowest five of a hundred, at the threshold given', () => {
    const { named } = alarmsOf((account, alarm) => {
      new ApiLatencyAlarm(account, 'latency', { ...alarm, api: API, thresholdMilliseconds: 800 });
    });

    expect(named('orders-slow')).toMatchObject({
      namespace: 'AWS/ApiGateway',
      metric_name: 'Latency',
      dimensions: { ApiName: 'orders', Stage: 'live' },
      extended_statistic: 'p95',
      threshold: 800,
    });
  });
});
