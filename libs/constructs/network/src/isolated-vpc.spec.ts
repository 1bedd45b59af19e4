import { MultiAccountStack } from '@culvert/stack';
import { SynthesisedStack } from '@culvert/testing';
import { Testing } from 'cdktf';
import { type IsolatedSubnetProps, IsolatedVpc } from './index';

const TWO_ZONES = [
  { azId: 'euc1-az1', cidrBlock: '10.20.0.0/24' },
  { azId: 'euc1-az3', cidrBlock: '10.20.1.0/24' },
];

function vpcWith(subnets: readonly IsolatedSubnetProps[], zonalRouting?: boolean) {
  const stack = new MultiAccountStack(Testing.app(), 'orders', {
    accounts: { api: { accountId: '222222222222', region: 'eu-central-1' } },
  });
  const vpc = new IsolatedVpc(stack.account('api'), 'vpc', {
    name: 'orders',
    cidrBlock: '10.20.0.0/16',
    subnets,
    zonalRouting,
  });
  return { stack, vpc };
}

describe('IsolatedVpc', () => {
  const { stack, vpc } = vpcWith(TWO_ZONES);
  const synthesised = SynthesisedStack.of(stack);

  it('places each subnet by zone id and gives no public addresses', () => {
    expect(synthesised.resources('aws_subnet').map((subnet) => subnet.arguments)).toEqual([
      expect.objectContaining({
        availability_zone_id: 'euc1-az1',
        cidr_block: '10.20.0.0/24',
        map_public_ip_on_launch: false,
      }),
      expect.objectContaining({
        availability_zone_id: 'euc1-az3',
        cidr_block: '10.20.1.0/24',
        map_public_ip_on_launch: false,
      }),
    ]);
  });

  it('has no way out: no gateway, and no route but the local one', () => {
    expect(synthesised.resourceTypes.filter((type) => /gateway|aws_route$/.test(type))).toEqual([]);
    expect(synthesised.only('aws_route_table').arguments['route']).toBeUndefined();
    expect(synthesised.resources('aws_route_table_association')).toHaveLength(2);
  });

  it('closes the default security group', () => {
    const { arguments: group } = synthesised.only('aws_default_security_group');

    expect(group['ingress']).toBeUndefined();
    expect(group['egress']).toBeUndefined();
  });

  it('logs all flows with a role that only this account can use', () => {
    expect(synthesised.only('aws_flow_log').arguments).toMatchObject({
      traffic_type: 'ALL',
      max_aggregation_interval: 60,
      log_destination_type: 'cloud-watch-logs',
    });
    expect(synthesised.only('aws_cloudwatch_log_group').arguments).toMatchObject({
      retention_in_days: 365,
    });
    const trust = JSON.parse(
      synthesised.only('aws_iam_role').arguments['assume_role_policy'] as string,
    );
    expect(trust.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: {
            'aws:SourceAccount': expect.stringContaining('data.aws_caller_identity'),
          },
        },
      },
    ]);
  });

  it('resolves private names', () => {
    expect(synthesised.only('aws_vpc').arguments).toMatchObject({
      enable_dns_support: true,
      enable_dns_hostnames: true,
    });
  });

  it('gives each zone a route table of its own when routing is zonal', () => {
    const zonal = vpcWith(TWO_ZONES, true);
    const associations = SynthesisedStack.of(zonal.stack)
      .resources('aws_route_table_association')
      .map(({ arguments: association }) => association['route_table_id']);

    expect(new Set(associations).size).toBe(2);
    expect(zonal.vpc.routeTableIds).toHaveLength(2);
    expect(vpc.routeTableIds).toHaveLength(1);
  });

  it('pins the same host in every subnet, where AWS assigns none by itself', () => {
    expect(vpc.pinnedAddresses(10)).toEqual(['10.20.0.10', '10.20.1.10']);
    expect(
      synthesised.resources('aws_ec2_subnet_cidr_reservation').map(({ arguments: a }) => a),
    ).toEqual([
      expect.objectContaining({ cidr_block: '10.20.0.8/29', reservation_type: 'explicit' }),
      expect.objectContaining({ cidr_block: '10.20.1.8/29', reservation_type: 'explicit' }),
    ]);
  });

  it.each([7, 16])('fails to pin host %i, which AWS may have given away', (host) => {
    expect(() => vpc.pinnedAddresses(host)).toThrow(
      `host ${host} is not kept for pinned addresses: choose 8 to 15`,
    );
  });

  it.each([
    ['one zone only', TWO_ZONES.slice(1)],
    ['two subnets in one zone', [...TWO_ZONES, { azId: 'euc1-az1', cidrBlock: '10.20.2.0/24' }]],
  ])('fails with %s', (_, subnets) => {
    expect(() => vpcWith(subnets)).toThrow(
      `has subnets in [${subnets.map(({ azId }) => azId).join(', ')}]: give one subnet for each zone`,
    );
  });
});
