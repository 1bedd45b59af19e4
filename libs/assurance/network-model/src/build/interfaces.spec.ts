import { networkOfHcl, networkOfPlan } from '../../test/documents';
import { named } from '../../test/named';
import type { Network } from '../network';
import type { NetworkInterface } from '../network-interface';

const network = networkOfHcl(['services/plan.json']);
const rename = named(network);

function of(name: string): readonly NetworkInterface[] {
  return [...network.interfaces.values()].filter((each) => each.name === name);
}

/** What decides where an interface is and who reaches it. */
function shown({ subnet, groups, addresses, placed }: NetworkInterface) {
  return rename([subnet, groups, addresses.ranges(), placed]);
}

const SUBNET = (vpc: string, zone: string) => `module.${vpc}.aws_subnet.this["${zone}"]`;
const GROUP = (vpc: string, name: string) => `module.${vpc}.aws_security_group.this["${name}"]`;
const DEFAULT = 'module.provider.aws_vpc.this.default_security_group_id';

describe('interfaces', () => {
  it.each([
    ['aws_instance.pinned["one"]', 'consumer', ['callers'], [['a', '10.1.1.10', true]]],
    ['aws_instance.public', 'provider', ['callers'], [['c', '10.0.3.0/24', false]]],
    [
      'aws_autoscaling_group.fleet',
      'provider',
      ['service'],
      [
        ['a', '10.0.1.0/24', false],
        ['b', '10.0.2.0/24', false],
      ],
    ],
    [
      'aws_lambda_function.caller',
      'consumer',
      ['callers'],
      [
        ['a', '10.1.1.0/24', false],
        ['b', '10.1.2.0/24', false],
      ],
    ],
    [
      'aws_ecs_service.orders',
      'provider',
      ['service'],
      [
        ['a', '10.0.1.0/24', false],
        ['b', '10.0.2.0/24', false],
      ],
    ],
    [
      'aws_db_instance.shop',
      'provider',
      ['service'],
      [
        ['a', '10.0.1.0/24', false],
        ['b', '10.0.2.0/24', false],
      ],
    ],
    [
      'aws_lb.private',
      'provider',
      ['balancer'],
      [
        ['a', '10.0.1.50', true],
        ['b', '10.0.2.50', true],
      ],
    ],
    [
      'aws_vpc_endpoint.orders',
      'consumer',
      ['service'],
      [
        ['a', '10.1.1.200', true],
        ['b', '10.1.2.200', true],
      ],
    ],
    [
      'aws_vpc_endpoint.logs',
      'consumer',
      ['service'],
      [
        ['a', '10.1.1.0/24', false],
        ['b', '10.1.2.0/24', false],
      ],
    ],
  ] as const)(
    'of %s are in the subnets, with the groups that it names',
    (name, vpc, groups, at) => {
      expect(of(name).map(shown)).toEqual(
        at.map(([zone, range, placed]) => [
          SUBNET(vpc, zone),
          groups.map((group) => GROUP(vpc, group)),
          [range],
          placed,
        ]),
      );
      expect(of(name).flatMap(({ missing }) => missing)).toEqual([]);
    },
  );

  it('are in the same subnets and groups after apply', () => {
    const state = networkOfHcl(['services/state.json']);
    const all = (each: Network) => {
      const renamed = named(each);
      const found = [...each.interfaces.values()].map(({ name, owner, subnet, groups, filtered }) =>
        JSON.stringify([name, renamed([owner, subnet, groups]), filtered]),
      );
      return found.sort();
    };

    expect(all(state)).toEqual(all(network));
  });

  it('have the default group of the VPC when no groups are given', () => {
    expect(of('aws_instance.plain').map(({ groups }) => groups)).toEqual([[DEFAULT]]);
    expect(of('aws_efs_mount_target.shared["a"]').map(({ groups }) => groups)).toEqual([[DEFAULT]]);
  });

  it('that stand alone belong to the instance that they are attached to, which has no other', () => {
    expect(of('aws_instance.attached')).toEqual([]);
    expect(of('aws_network_interface.own').map((each) => [rename(each.owner), each.kind])).toEqual([
      ['aws_instance.attached', 'instance'],
    ]);
  });

  it.each([
    ['aws_network_interface.own', true, 'by its Elastic IP address'],
    ['aws_instance.public', true, 'by its subnet'],
    ['aws_instance.plain', false, 'by its subnet'],
    ['aws_lb.public', true, 'without a word'],
    ['aws_lb.private', false, 'for it is internal'],
    ['aws_nat_gateway.public', true, 'without a word'],
    ['aws_nat_gateway.private', false, 'by its connectivity'],
    ['aws_ecs_service.orders', false, 'without a word'],
  ])('of %s are public: %s, %s', (name, isPublic) => {
    const truths = new Set(of(name).map((each) => each.isPublic.value));

    expect([...truths]).toEqual([isPublic]);
  });

  it('of NAT gateways and of an NLB without groups are not filtered', () => {
    expect(of('aws_alb.old').map(({ filtered }) => filtered)).toEqual([false]);
    expect(of('aws_nat_gateway.public').map(({ filtered }) => filtered)).toEqual([false]);
    expect(of('aws_lb.private').map(({ filtered }) => filtered)).toEqual([true, true]);
  });

  it('drop what is not for them, unless told not to', () => {
    const checks = of('aws_instance.pinned["one"]').concat(of('aws_instance.pinned["two"]'));

    expect(checks.map(({ sourceDestCheck }) => sourceDestCheck.value)).toEqual([true, false]);
  });

  it('of a function outside of VPCs there are none', () => {
    expect(of('aws_lambda_function.outside')).toEqual([]);
  });

  it('are of whatever names subnets and security groups', () => {
    const at = { subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'] };
    const { interfaces } = networkOfPlan([
      { address: 'aws_something_new.a', values: { id: 'new', ...at } },
      { address: 'aws_something_nested.a', values: { id: 'nested', vpc_config: [at] } },
      { address: 'aws_network_acl.a', values: { id: 'acl-1', subnet_ids: ['subnet-1'] } },
    ]);

    expect([...interfaces.values()].map(({ owner, groups }) => [owner, groups])).toEqual([
      ['new', ['sg-1']],
      ['nested', ['sg-1']],
    ]);
  });

  it('of what is only read are there once', () => {
    const at = [{ subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'] }];
    const { interfaces } = networkOfPlan([
      { address: 'aws_lambda_function.a', values: { arn: 'a', vpc_config: at } },
      { address: 'data.aws_lambda_function.same', values: { arn: 'a', vpc_config: at } },
      { address: 'data.aws_lambda_function.other', values: { arn: 'b', vpc_config: at } },
    ]);

    expect([...interfaces.values()].map(({ name }) => name)).toEqual([
      'aws_lambda_function.a',
      'data.aws_lambda_function.other',
    ]);
  });

  it('in a subnet that no document has may have any address', () => {
    const { interfaces } = networkOfPlan([
      {
        address: 'aws_instance.a',
        values: {
          id: 'i-0a',
          subnet_id: 'subnet-0a1b2c3d4e5f60718',
          vpc_security_group_ids: ['sg-1'],
        },
      },
    ]);
    const [found] = [...interfaces.values()];

    expect(found?.placed).toBe(false);
    expect(found?.addresses.contains('0.0.0.0/0')).toBe(true);
    expect(found?.isPublic).toEqual({
      value: 'unknown',
      missing: ['subnet-0a1b2c3d4e5f60718.map_public_ip_on_launch'],
    });
  });

  it('have the groups of the launch template that they are made by', () => {
    const instance = (name: string, template: object) => ({
      address: `aws_instance.${name}`,
      values: { id: name, subnet_id: 'subnet-1', launch_template: [template] },
    });
    const { interfaces } = networkOfPlan([
      {
        address: 'aws_launch_template.a',
        values: { id: 'lt-1', name: 'a', network_interfaces: [{ security_groups: ['sg-1'] }] },
      },
      instance('here', { name: 'a' }),
      instance('elsewhere', { id: 'lt-2' }),
    ]);

    expect([...interfaces.values()].map(({ groups }) => groups)).toEqual([
      [{ unknown: 'aws_instance.elsewhere.launch_template' }],
      ['sg-1'],
    ]);
  });

  it('have the groups of attachments too, and are the interfaces that routes name', () => {
    const { interfaces } = networkOfPlan([
      {
        address: 'aws_instance.a',
        values: {
          id: 'i-0a',
          subnet_id: 'subnet-1',
          private_ip: '10.0.0.5',
          primary_network_interface_id: 'eni-0a1b2c3d4e5f60718',
          vpc_security_group_ids: ['sg-1'],
        },
      },
      {
        address: 'aws_network_interface_sg_attachment.a',
        values: { network_interface_id: 'eni-0a1b2c3d4e5f60718', security_group_id: 'sg-2' },
      },
    ]);

    expect(interfaces.get('eni-0a1b2c3d4e5f60718')?.groups).toEqual(['sg-1', 'sg-2']);
  });

  it('have addresses of IPv6 where the subnet or the resource says so', () => {
    const subnet = (name: string, assigned: boolean) => ({
      address: `aws_subnet.${name}`,
      values: {
        id: `subnet-${name}`,
        vpc_id: 'vpc-1',
        cidr_block: '10.0.0.0/24',
        ipv6_cidr_block: '2001:db8::/64',
        assign_ipv6_address_on_creation: assigned,
      },
    });
    const instance = (name: string, subnetId: string, more: object) => ({
      address: `aws_instance.${name}`,
      values: { id: name, subnet_id: subnetId, private_ip: '10.0.0.5', ...more },
    });
    const { interfaces } = networkOfPlan([
      subnet('both', true),
      subnet('four', false),
      instance('assigned', 'subnet-both', {}),
      instance('given', 'subnet-four', { ipv6_addresses: ['2001:db8::5'] }),
      instance('none', 'subnet-four', {}),
    ]);
    const ranges = [...interfaces.values()].map(({ addresses, placed }) => [
      ...addresses.ranges(),
      placed,
    ]);

    expect(ranges).toEqual([
      ['10.0.0.5', '2001:db8::/64', false],
      ['10.0.0.5', '2001:db8::5', true],
      ['10.0.0.5', true],
    ]);
  });
});
