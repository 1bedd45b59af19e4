import { networkOfHcl, networkOfPlan } from '../../test/documents';

describe('gateways', () => {
  const classic = networkOfHcl(['classic/plan.json']);

  it('to the internet have the VPC that they are attached to', () => {
    const { internetGateways } = networkOfHcl(['adopted/plan.json']);

    expect(internetGateways.get('aws_internet_gateway.main.id')).toMatchObject({
      vpc: 'aws_vpc.main.id',
      egressOnly: false,
    });
    expect([...classic.internetGateways.values()]).toMatchObject([
      { name: 'aws_internet_gateway.main', vpc: 'aws_vpc.main.id', egressOnly: false },
      { name: 'aws_egress_only_internet_gateway.main', vpc: 'aws_vpc.main.id', egressOnly: true },
    ]);
  });

  it('for NAT are public unless they say otherwise', () => {
    const { natGateways } = networkOfPlan([
      {
        address: 'aws_nat_gateway.a',
        values: { id: 'nat-0a', subnet_id: 'subnet-0a', connectivity_type: 'private' },
      },
      { address: 'aws_route.a', values: { nat_gateway_id: 'nat-0a1b2c3d4e5f60718' } },
    ]);

    expect(classic.natGateways.get('aws_nat_gateway.main[1].id')).toMatchObject({
      subnet: 'aws_subnet.public[1].id',
      isPublic: { value: true },
    });
    expect([...natGateways.values()]).toMatchObject([
      { subnet: 'subnet-0a', isPublic: { value: false } },
      {
        subnet: { unknown: 'subnet of nat-0a1b2c3d4e5f60718' },
        isPublic: { value: 'unknown', missing: ['connectivity type of nat-0a1b2c3d4e5f60718'] },
      },
    ]);
  });

  it('for VPN have the VPC that they are attached to', () => {
    const { vpnGateways } = networkOfHcl(['on-prem/plan.json']);

    expect([...vpnGateways.values()]).toMatchObject([
      { name: 'aws_vpn_gateway.dynamic', vpc: 'aws_vpc.main.id' },
      { name: 'aws_vpn_gateway.main', vpc: 'aws_vpc.main.id' },
    ]);
  });
});

describe('peerings', () => {
  const PEERING = { id: 'pcx-0a', vpc_id: 'vpc-0a', peer_vpc_id: 'vpc-0b' };
  const requester = (more: object = {}) => ({
    address: 'aws_vpc_peering_connection.a',
    values: { ...PEERING, ...more },
  });
  const accepter = (more: object = {}) => ({
    address: 'aws_vpc_peering_connection_accepter.b',
    values: { id: 'pcx-0a', vpc_peering_connection_id: 'pcx-0a', auto_accept: true, ...more },
  });
  const unknown = { value: 'unknown', missing: ['acceptance of aws_vpc_peering_connection.a'] };

  it.each([
    ['by itself', [requester({ auto_accept: true })], { value: true }],
    ['by the other account', [requester(), accepter()], { value: true }],
    ['before', [requester({ accept_status: 'active' })], { value: true }],
    ['never more', [requester({ accept_status: 'deleted' })], { value: false }],
    ['by nobody that is known', [requester()], unknown],
    ['perhaps, since nobody says it is', [requester(), accepter({ auto_accept: false })], unknown],
  ])('are accepted %s', (_, resources, active) => {
    expect(networkOfPlan(resources).peerings.get('pcx-0a')).toMatchObject({
      name: 'aws_vpc_peering_connection.a',
      requester: 'vpc-0a',
      accepter: 'vpc-0b',
      active,
    });
  });

  it('are accepted as the context says', () => {
    const active = (accepted: boolean) =>
      networkOfPlan([requester()], {
        peerings: [{ peering: 'aws_vpc_peering_connection.a', accepted }],
      }).peerings.get('pcx-0a')?.active;

    expect([active(true), active(false)]).toEqual([{ value: true }, { value: false }]);
  });

  it('have both ends the right way round in the accepter’s documents alone', () => {
    const { peerings } = networkOfPlan([accepter({ vpc_id: 'vpc-0b', peer_vpc_id: 'vpc-0a' })]);

    expect(peerings.get('pcx-0a')).toMatchObject({ requester: 'vpc-0a', accepter: 'vpc-0b' });
  });

  it('of which only the id is known are there', () => {
    const id = 'pcx-0a1b2c3d4e5f60718';
    const { peerings } = networkOfPlan([
      { address: 'aws_route.a', values: { vpc_peering_connection_id: id } },
    ]);

    expect(peerings.get(id)?.active).toEqual({
      value: 'unknown',
      missing: [`acceptance of ${id}`],
    });
  });
});

describe('VPCs', () => {
  it('of others have the ranges of the context', () => {
    const id = 'vpc-0a1b2c3d4e5f60718';
    const vpcs = [{ id, ranges: ['10.40.0.0/16'], account: '111122223333' }];
    const { vpcs: known } = networkOfHcl(['adopted/plan.json'], { vpcs });
    const { vpcs: unknown } = networkOfHcl(['adopted/plan.json']);

    expect(known.get(id)).toMatchObject({ account: '111122223333', missing: [] });
    expect(known.get(id)?.ranges.ranges()).toEqual(['10.40.0.0/16']);
    expect(unknown.get(id)?.missing).toEqual([`ranges of ${id}`]);
  });

  it('that are read have all their ranges', () => {
    const { vpcs } = networkOfPlan([
      {
        address: 'data.aws_vpc.read',
        values: {
          id: 'vpc-0a',
          cidr_block: '10.0.0.0/16',
          cidr_block_associations: [{ cidr_block: '10.0.0.0/16' }, { cidr_block: '10.7.0.0/16' }],
          ipv6_cidr_block: '',
        },
      },
    ]);

    expect(vpcs.get('vpc-0a')?.ranges.ranges()).toEqual(['10.0.0.0/16', '10.7.0.0/16']);
  });
});
