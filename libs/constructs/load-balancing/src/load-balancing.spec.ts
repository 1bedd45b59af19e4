import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { type Account, MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { TerraformOutput, Testing } from 'cdktf';
import {
  IpTargetGroup,
  type IpTargetGroupProps,
  NetworkListener,
  NetworkLoadBalancer,
  type NetworkLoadBalancerProps,
} from './index';

function network() {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const account: Account = stack.account('api');
  const vpc = new IsolatedVpc(account, 'vpc', {
    name: 'orders',
    cidrBlock: '10.20.0.0/16',
    subnets: [
      { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
      { azId: 'euc1-az2', cidrBlock: '10.20.1.0/24' },
    ],
  });
  const loadBalancer = (props: Partial<NetworkLoadBalancerProps> = {}) =>
    new NetworkLoadBalancer(account, 'load-balancer', {
      name: 'orders',
      vpc,
      securityGroup: new SecurityGroup(account, 'load-balancer-group', {
        vpcId: vpc.id,
        name: 'orders-load-balancer',
        description: 'load balancer of orders',
      }),
      ...props,
    });
  const targetGroup = (props: Partial<IpTargetGroupProps> = {}) =>
    new IpTargetGroup(account, 'targets', {
      name: 'orders',
      vpc,
      protocol: 'TCP',
      port: 8443,
      targets: ['10.20.0.20', '10.20.1.20'],
      ...props,
    });
  return { account, vpc, loadBalancer, targetGroup, synth: () => SynthesisedStack.of(stack) };
}

describe('NetworkLoadBalancer', () => {
  it('is internal, wears its group, and is protected', () => {
    const { loadBalancer, synth } = network();
    loadBalancer();

    expect(synth().only('aws_lb').arguments).toMatchObject({
      internal: true,
      load_balancer_type: 'network',
      security_groups: [expect.stringContaining('aws_security_group')],
      enforce_security_group_inbound_rules_on_private_link_traffic: 'on',
      enable_cross_zone_load_balancing: true,
      enable_deletion_protection: true,
    });
  });

  it('lets PrivateLink traffic past its inbound rules only when told to', () => {
    const { loadBalancer, synth } = network();
    loadBalancer({ privateLinkInboundRules: 'off' });

    expect(synth().only('aws_lb').arguments).toMatchObject({
      enforce_security_group_inbound_rules_on_private_link_traffic: 'off',
    });
  });

  it('has a node in each zone of its VPC', () => {
    expect(network().loadBalancer().azIds).toEqual(['euc1-az1', 'euc1-az2']);
  });

  it.each(['internal-orders', '-orders', 'orders-', 'or_ders', '', 'o'.repeat(33)])(
    'fails on the name "%s"',
    (name) => {
      expect(() => network().loadBalancer({ name })).toThrow(
        `load balancing name "${name}" is not accepted`,
      );
    },
  );
});

describe('IpTargetGroup', () => {
  it('attaches every address on the port, and hides the caller from the target', () => {
    const { targetGroup, synth } = network();
    targetGroup();

    const synthesised = synth();

    expect(synthesised.only('aws_lb_target_group').arguments).toMatchObject({
      target_type: 'ip',
      protocol: 'TCP',
      port: 8443,
      preserve_client_ip: 'false',
      health_check: { protocol: 'TCP', port: 'traffic-port' },
    });
    expect(
      synthesised
        .resources('aws_lb_target_group_attachment')
        .map(({ arguments: { target_id: id, port } }) => [id, port]),
    ).toEqual([
      ['10.20.0.20', 8443],
      ['10.20.1.20', 8443],
    ]);
  });

  it.each([[[]], [['10.20.0.20', '10.20.0.20']]])('fails with targets %j', (targets) => {
    expect(() => network().targetGroup({ targets })).toThrow(
      `has targets [${targets.join(', ')}]: give at least one address, each once`,
    );
  });
});

describe('IpTargetGroup with targets outside the VPC', () => {
  const zones = (targets: readonly string[]) => {
    const { targetGroup, synth } = network();
    targetGroup({ targets });
    return Object.fromEntries(
      synth()
        .resources('aws_lb_target_group_attachment')
        .map(({ arguments: target }) => [target['target_id'], target['availability_zone']]),
    );
  };

  it('attaches them in all zones, and those inside in their own', () => {
    expect(zones(['10.20.0.20', '192.168.10.20', '100.64.0.1'])).toEqual({
      '10.20.0.20': undefined,
      '192.168.10.20': 'all',
      '100.64.0.1': 'all',
    });
  });

  it.each([
    ['just inside the VPC', '10.20.255.255', undefined],
    ['just behind it', '10.21.0.0', 'all'],
    ['the last of 172.16.0.0/12', '172.31.255.255', 'all'],
    ['the last of 100.64.0.0/10', '100.127.255.255', 'all'],
  ])('knows %s', (_, address, zone) => {
    expect(zones([address])).toEqual({ [address]: zone });
  });

  it('fails on those that no load balancer accepts, naming each', () => {
    const targets = [
      '192.168.10.20',
      '172.32.0.1',
      '100.128.0.1',
      '8.8.8.8',
      '10.0.0.0/8',
      'orders',
    ];

    expect(() => network().targetGroup({ targets })).toThrow(
      'target group "orders" has targets [172.32.0.1, 100.128.0.1, 8.8.8.8, 10.0.0.0/8, orders] outside its VPC',
    );
  });
});

describe('CloudWatch dimensions', () => {
  it('are the suffixes of the ARNs', () => {
    const { account, loadBalancer, targetGroup, synth } = network();
    new TerraformOutput(account, 'dimensions', {
      staticId: true,
      value: [loadBalancer().arnSuffix, targetGroup().arnSuffix],
    });

    const synthesised = synth();

    expect(synthesised.outputs['dimensions']).toEqual({
      value: [
        `\${${synthesised.only('aws_lb').address}.arn_suffix}`,
        `\${${synthesised.only('aws_lb_target_group').address}.arn_suffix}`,
      ],
    });
  });
});

describe('NetworkListener', () => {
  it('passes TLS through when it ends none', () => {
    const { account, loadBalancer, targetGroup, synth } = network();
    new NetworkListener(account, 'listener', {
      loadBalancer: loadBalancer(),
      port: 443,
      targetGroup: targetGroup(),
    });

    const { arguments: listener } = synth().only('aws_lb_listener');

    expect(listener).toMatchObject({ port: 443, protocol: 'TCP' });
    expect(listener['certificate_arn']).toBeUndefined();
  });

  it('ends TLS with its certificate and no version below 1.2', () => {
    const { account, loadBalancer, targetGroup, synth } = network();
    const certificateArn = 'arn:aws:acm:eu-central-1:222222222222:certificate/1';
    new NetworkListener(account, 'listener', {
      loadBalancer: loadBalancer(),
      port: 443,
      targetGroup: targetGroup({ protocol: 'TLS' }),
      tls: { certificateArn },
    });

    expect(synth().only('aws_lb_listener').arguments).toMatchObject({
      protocol: 'TLS',
      certificate_arn: certificateArn,
      ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    });
  });
});
