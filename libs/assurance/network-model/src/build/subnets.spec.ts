import { networkOfHcl, networkOfPlan } from '../../test/documents';

const VPC = { address: 'aws_vpc.a', values: { id: 'vpc-0a', default_route_table_id: 'rtb-0a' } };
const SUBNET = 'subnet-0a1b2c3d4e5f60718';

describe('subnets', () => {
  it('have the route table and ACL that they are associated with, else those of their VPC', () => {
    const { subnets } = networkOfHcl(['classic/plan.json']);
    const of = (name: string) => {
      const { routeTable, networkAcl } = subnets.get(`aws_subnet.${name}.id`) ?? {};
      return [routeTable, networkAcl];
    };

    expect(of('public[1]')).toEqual(['aws_route_table.public.id', 'aws_network_acl.public.id']);
    expect(of('private[0]')).toEqual([
      'aws_route_table.private[0].id',
      'aws_network_acl.private.id',
    ]);
    expect(of('private[1]')).toEqual([
      'aws_route_table.private[1].id',
      'aws_vpc.main.default_network_acl_id',
    ]);
    expect(of('isolated')).toEqual([
      'aws_vpc.main.default_route_table_id',
      'aws_vpc.main.default_network_acl_id',
    ]);
    expect(of('peer')[0]).toBe('aws_route_table.peer_main.id');
  });

  it('have a range that is not known before apply by its name', () => {
    const { subnets, vpcs } = networkOfHcl(['on-prem/plan.json']);
    const subnet = subnets.get('aws_subnet.main[1].id');

    expect(subnet?.ranges.ranges()).toEqual(['10.0.1.0/24']);
    expect(subnet?.missing).toEqual(['aws_vpc.main.ipv6_cidr_block']);
    expect(vpcs.get('aws_vpc.main.id')?.missing).toEqual(['aws_vpc.main.ipv6_cidr_block']);
  });

  it('of which it cannot be told whether they are associated have no known route table', () => {
    const { subnets } = networkOfHcl(['adopted/plan.json']);
    const unknown = { unknown: 'aws_route_table_association.either.subnet_id' };

    expect(subnets.get('aws_subnet.either[0].id')?.routeTable).toEqual(unknown);
    expect(subnets.get('aws_subnet.either[1].id')?.routeTable).toEqual(unknown);
    expect(subnets.get('aws_subnet.main.id')?.routeTable).toBe(
      'aws_vpc.main.default_route_table_id',
    );
  });

  it('that only the id is known of are there, and nothing of them is guessed', () => {
    const { subnets } = networkOfHcl(['adopted/plan.json']);
    const subnet = subnets.get(SUBNET);

    expect(subnet?.missing).toEqual([`ranges of ${SUBNET}`, `Availability Zone of ${SUBNET}`]);
    expect(subnet?.routeTable).toEqual({ unknown: `route table of ${SUBNET}` });
    expect(subnet?.networkAcl).toBe('aws_vpc.main.default_network_acl_id');
  });

  it('that are read have their range, and the VPC that they were looked up by', () => {
    const { subnets } = networkOfPlan([
      {
        address: 'data.aws_subnet.read',
        values: { id: 'subnet-0a', vpc_id: 'vpc-0a', cidr_block: '10.0.1.0/24' },
      },
      {
        address: 'data.aws_subnets.all',
        values: { ids: ['subnet-0b'], filter: [{ name: 'vpc-id', values: ['vpc-0a'] }] },
      },
    ]);

    expect(subnets.get('subnet-0a')?.ranges.ranges()).toEqual(['10.0.1.0/24']);
    expect(subnets.get('subnet-0a')?.routeTable).toEqual({
      unknown: 'route table of data.aws_subnet.read',
    });
    expect(subnets.get('subnet-0b')?.vpc).toBe('vpc-0a');
  });

  it('that are read have the zone’s id, and so have others of their VPC', () => {
    const { subnets } = networkOfHcl(['read/reader.json']);
    const [own, shared, other] = [...subnets.values()];

    expect(own).toMatchObject({ name: 'aws_subnet.own', vpc: shared?.vpc, zone: shared?.zone });
    expect(own?.routeTable).toBe(shared?.routeTable);
    expect(own?.networkAcl).toEqual({ unknown: 'network ACL of aws_subnet.own' });
    expect(shared?.ranges.ranges()).toEqual(['10.0.0.0/24']);
    expect(other).toMatchObject({ vpc: shared?.vpc, zone: undefined });
  });

  it('go back to the default ACL when an association goes, though the ACL still lists them', () => {
    const association = { network_acl_id: 'acl-0a', subnet_id: 'subnet-0a' };
    const { subnets } = networkOfPlan([
      { ...VPC, values: { ...VPC.values, default_network_acl_id: 'acl-0d' } },
      { address: 'aws_subnet.a', values: { id: 'subnet-0a', vpc_id: 'vpc-0a' } },
      {
        address: 'aws_network_acl.a',
        values: { id: 'acl-0a', vpc_id: 'vpc-0a', subnet_ids: ['subnet-0a'] },
        action: 'no-op',
      },
      { address: 'aws_network_acl_association.a', before: association, action: 'delete' },
    ]);

    expect(subnets.get('subnet-0a')?.networkAcl).toBe('acl-0d');
  });

  it('have the id of their zone where a document has both of the account', () => {
    const place = { region: 'eu-central-1', owner_id: '111122223333' };
    const zone = { availability_zone: 'eu-central-1a', availability_zone_id: 'euc1-az2', ...place };
    const name = { availability_zone: 'eu-central-1a' };
    const { subnets } = networkOfPlan([
      { address: 'aws_subnet.a', values: { id: 'subnet-0a', ...name, ...place } },
      { address: 'aws_subnet.b', values: { id: 'subnet-0b', ...zone } },
      { address: 'aws_subnet.c', values: { id: 'subnet-0c', ...name, owner_id: '444455556666' } },
    ]);

    expect([...subnets.values()].map((subnet) => subnet.zone)).toEqual([
      'euc1-az2',
      'euc1-az2',
      'eu-central-1a',
    ]);
  });
});
