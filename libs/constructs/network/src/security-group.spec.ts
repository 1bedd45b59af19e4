import { MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { SecurityGroup } from './index';

function twoGroups() {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const [callers, orders] = ['callers', 'orders'].map(
    (name) =>
      new SecurityGroup(stack.account('api'), name, { vpcId: 'vpc-1', name, description: name }),
  ) as [SecurityGroup, SecurityGroup];
  return { callers, orders, synth: () => SynthesisedStack.of(stack) };
}

const HTTPS = { port: 443, description: 'callers call orders' };

describe('SecurityGroup', () => {
  it('starts closed in both directions', () => {
    const synthesised = twoGroups().synth();

    expect(synthesised.resourceTypes).toEqual(['aws_security_group']);
    for (const group of synthesised.resources('aws_security_group')) {
      expect(group.arguments).not.toHaveProperty('ingress');
      expect(group.arguments).not.toHaveProperty('egress');
    }
  });

  it('opens both groups where the connection is stated', () => {
    const { callers, orders, synth } = twoGroups();
    callers.allowTo(orders, HTTPS);

    const synthesised = synth();
    const idOf = (name: string) => `\${${synthesised.only('aws_security_group', name).address}.id}`;

    expect(synthesised.only('aws_vpc_security_group_egress_rule').arguments).toMatchObject({
      security_group_id: idOf('callers'),
      referenced_security_group_id: idOf('orders'),
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
      description: 'callers call orders',
    });
    expect(synthesised.only('aws_vpc_security_group_ingress_rule').arguments).toMatchObject({
      security_group_id: idOf('orders'),
      referenced_security_group_id: idOf('callers'),
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    });
  });

  it('names a peer that has no group by its range, on its own side only', () => {
    const { orders, synth } = twoGroups();
    orders.allowFromCidr('10.20.0.0/24', HTTPS);
    orders.allowToCidr('10.10.0.20/32', HTTPS);

    const synthesised = synth();

    expect(synthesised.only('aws_vpc_security_group_ingress_rule').arguments).toMatchObject({
      cidr_ipv4: '10.20.0.0/24',
    });
    expect(synthesised.only('aws_vpc_security_group_egress_rule').arguments).toMatchObject({
      cidr_ipv4: '10.10.0.20/32',
    });
  });

  it('speaks TCP unless told otherwise, and both on one port where both are stated', () => {
    const { orders, synth } = twoGroups();
    const dns = { port: 53, description: 'DNS' };
    orders.allowFromCidr('192.168.0.0/16', dns);
    orders.allowFromCidr('192.168.0.0/16', { ...dns, protocol: 'udp' });

    const rules = synth().resources('aws_vpc_security_group_ingress_rule');
    const byProtocol = (protocol: string) =>
      rules.filter((rule) => rule.arguments['ip_protocol'] === protocol);

    expect(byProtocol('tcp').map(({ address }) => address)).toEqual([
      expect.stringMatching(/_ingress-192-168-0-0--16-53_[0-9A-F]{8}$/),
    ]);
    expect(byProtocol('udp')).toEqual([
      expect.objectContaining({
        arguments: expect.objectContaining({ from_port: 53, to_port: 53 }),
      }),
    ]);
  });

  it('opens both groups for UDP', () => {
    const { callers, orders, synth } = twoGroups();
    callers.allowTo(orders, { port: 514, protocol: 'udp', description: 'syslog' });

    const synthesised = synth();

    for (const direction of ['ingress', 'egress']) {
      expect(
        synthesised.only(`aws_vpc_security_group_${direction}_rule`).arguments['ip_protocol'],
      ).toBe('udp');
    }
  });

  it('fails on a range of every address, in either direction', () => {
    const { orders } = twoGroups();
    const refused = 'range "0.0.0.0/0" is every address there is';

    expect(() => orders.allowFromCidr('0.0.0.0/0', HTTPS)).toThrow(refused);
    expect(() => orders.allowToCidr('0.0.0.0/0', HTTPS)).toThrow(refused);
  });

  it.each(["the API's load balancer", 'größer', '', 'a'.repeat(256)])(
    'fails on the description "%s", which EC2 would refuse',
    (description) => {
      const { callers, orders } = twoGroups();

      expect(() => callers.allowTo(orders, { port: 443, description })).toThrow(
        `security group description "${description}" is not accepted`,
      );
    },
  );

  it('fails on a name that looks like an id', () => {
    const stack = new MultiAccountStack(Testing.app(), 'orders', {
      accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
    });
    const props = { vpcId: 'vpc-1', name: 'sg-orders', description: 'orders' };

    expect(() => new SecurityGroup(stack.account('api'), 'orders', props)).toThrow(
      'security group name "sg-orders" is not accepted',
    );
  });
});
