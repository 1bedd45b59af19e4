import { networkOfHcl, networkOfPlan } from '../../test/documents';
import type { NetworkContext } from '../index';

const LOCAL = { name: 'local', destination: '10.0.0.0/16', target: 'local' };
const VPC = {
  address: 'aws_vpc.a',
  values: { id: 'vpc-0a', cidr_block: '10.0.0.0/16', default_route_table_id: 'rtb-0d' },
};
const table = (values: object) => ({
  address: 'aws_route_table.a',
  values: { id: 'rtb-0a', vpc_id: 'vpc-0a', ...values },
  action: 'no-op' as const,
});

describe('route tables', () => {
  const { routeTables } = networkOfHcl(['classic/plan.json']);
  const routes = (id: string) => routeTables.get(id)?.routes;

  it('have inline routes', () => {
    expect(routes('aws_route_table.public.id')).toEqual([
      LOCAL,
      {
        name: 'aws_route_table.public.route[0]',
        destination: '::/0',
        target: 'aws_internet_gateway.main.id',
      },
      {
        name: 'aws_route_table.public.route[1]',
        destination: '0.0.0.0/0',
        target: 'aws_internet_gateway.main.id',
      },
    ]);
  });

  it('have routes that stand alone, of each instance its own', () => {
    expect(routes('aws_route_table.private[1].id')?.slice(1, 3)).toEqual([
      {
        name: 'aws_route.egress_only[1]',
        destination: '::/0',
        target: 'aws_egress_only_internet_gateway.main.id',
      },
      { name: 'aws_route.nat[1]', destination: '0.0.0.0/0', target: 'aws_nat_gateway.main[1].id' },
    ]);
  });

  it('have those of gateway endpoints, for public addresses that no plan knows', () => {
    const [, , , route] = routes('aws_route_table.private[0].id') ?? [];
    const name = 'prefix list of com.amazonaws.eu-central-1.s3';

    expect(route).toMatchObject({
      name: 'aws_vpc_endpoint.s3',
      destination: { name, addresses: [{ unknown: name }] },
      target: 'aws_vpc_endpoint.s3.id',
    });
    expect(JSON.stringify(route)).not.toMatch(/"(?:10|192\.168|203\.0\.113)\./);
  });

  it('have those of gateway endpoints for the addresses that the context knows', () => {
    const prefixLists = [
      { prefixList: 'com.amazonaws.eu-central-1.s3', entries: ['3.5.134.0/23'] },
    ];
    const known = networkOfHcl(['classic/plan.json'], { prefixLists });

    expect(known.routeTables.get('aws_route_table.private[0].id')?.missing).toEqual([]);
  });

  it('are the VPC’s own with the local routes and what is added to it', () => {
    expect(routes('aws_vpc.main.default_route_table_id')).toEqual([
      LOCAL,
      {
        name: 'aws_route.to_peer',
        destination: '10.9.0.0/16',
        target: 'aws_vpc_peering_connection.peer.id',
      },
    ]);
    expect(routeTables.get('aws_vpc.peer.default_route_table_id')?.name).toBe(
      'aws_vpc.peer.default_route_table_id',
    );
  });

  it('are the VPC’s own when it is adopted', () => {
    const adopted = networkOfHcl(['adopted/plan.json']).routeTables;

    expect(adopted.get('aws_vpc.main.default_route_table_id')).toMatchObject({
      name: 'aws_default_route_table.main',
      vpc: 'aws_vpc.main.id',
      routes: [LOCAL, { destination: '0.0.0.0/0', target: 'aws_internet_gateway.main.id' }],
    });
  });

  it('have routes in doubt where it cannot be told which table has them', () => {
    const adopted = networkOfHcl(['adopted/plan.json']).routeTables;
    const unknown = 'aws_route.either.route_table_id';

    for (const id of ['aws_route_table.either[0].id', 'aws_route_table.either[1].id']) {
      expect(adopted.get(id)?.routes[1]?.destination).toEqual({
        unknown,
        within: ['192.168.0.0/16'],
      });
      expect(adopted.get(id)?.missing).toEqual([unknown]);
    }
  });

  it('that only the id is known of lead elsewhere, perhaps', () => {
    const { routeTables: adopted } = networkOfHcl(['adopted/plan.json']);
    const id = 'rtb-0a1b2c3d4e5f60718';
    const unknown = `routes of ${id}`;

    expect(adopted.get(id)?.routes).toEqual([
      { name: 'aws_route.literal', destination: '10.0.0.0/16', target: 'tgw-0a1b2c3d4e5f60718' },
      { name: unknown, destination: { unknown }, target: unknown },
    ]);
  });

  it('have local routes for each range of the VPC, known or not', () => {
    const { routeTables: tables } = networkOfHcl(['hub/plan.json']);
    const billing = tables.get('module.spoke["billing"].aws_route_table.workload.id');
    const before = networkOfHcl(['on-prem/plan.json']).routeTables;

    expect(billing?.routes.slice(0, 2)).toEqual([
      { ...LOCAL, destination: '10.2.0.0/16' },
      { ...LOCAL, destination: '100.64.1.0/24' },
    ]);
    expect(before.get('aws_route_table.main[0].id')?.routes[1]).toEqual({
      ...LOCAL,
      destination: { unknown: 'aws_vpc.main.ipv6_cidr_block', within: ['::/0'] },
    });
  });

  it('have no local route where one to just the range stands in for it', () => {
    const { routeTables: tables, vpnGateways } = networkOfHcl(['on-prem/plan.json']);
    const ingress = tables.get('aws_route_table.ingress.id');

    expect(ingress?.routes.filter(({ destination }) => destination === '10.0.0.0/16')).toEqual([
      {
        name: 'aws_route_table.ingress.route[0]',
        destination: '10.0.0.0/16',
        target: 'aws_network_interface.firewall.id',
      },
    ]);
    expect(vpnGateways.get('aws_vpn_gateway.main.id')?.routeTable).toBe(ingress?.id);
  });

  it('learn of VPN gateways what is written or, where it is announced, what the context says', () => {
    const propagated = (onPrem?: readonly string[]) => {
      const tables = networkOfHcl(['on-prem/plan.json'], onPrem && { onPrem }).routeTables;
      const of = (id: string) => tables.get(id)?.routes.filter((route) => route.propagation);
      return [of('aws_route_table.main[1].id'), of('aws_vpc.main.default_route_table_id')];
    };
    const target = 'aws_vpn_gateway.dynamic.id';
    const dynamic = { name: 'aws_vpn_connection.dynamic', propagation: 'vpn-bgp', target };
    const written = ['192.168.10.0/24', '192.168.20.0/24'].map((destination) => ({
      name: `aws_vpn_connection_route.office["${destination}"]`,
      destination,
      propagation: 'vpn-static',
      target: 'aws_vpn_gateway.main.id',
    }));

    expect(propagated()).toEqual([
      written,
      [{ ...dynamic, destination: { unknown: 'routes announced to aws_vpn_connection.dynamic' } }],
    ]);
    expect(propagated(['172.20.0.0/16'])).toEqual([
      written,
      [{ ...dynamic, destination: '172.20.0.0/16' }],
    ]);
  });

  it('leave out routes that go, though the table still lists them', () => {
    const route = { cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-0a' };
    const before = { route_table_id: 'rtb-0a', destination_cidr_block: '0.0.0.0/0' };
    const { routeTables: tables } = networkOfPlan([
      VPC,
      table({ route: [route, { cidr_block: '10.1.0.0/16', vpc_peering_connection_id: 'pcx-0a' }] }),
      { address: 'aws_route.gone', before, action: 'delete' },
    ]);

    expect(tables.get('rtb-0a')?.routes.map(({ destination }) => destination)).toEqual([
      '10.0.0.0/16',
      '10.1.0.0/16',
    ]);
  });

  it('lead nowhere by a route that is a blackhole, or without a target', () => {
    const { routeTables: tables } = networkOfPlan([
      VPC,
      table({ route: [] }),
      {
        address: 'aws_route.dead',
        values: {
          route_table_id: 'rtb-0a',
          destination_cidr_block: '10.5.0.0/16',
          nat_gateway_id: 'nat-0a',
          state: 'blackhole',
        },
      },
    ]);

    expect(tables.get('rtb-0a')?.routes[1]).toEqual({
      name: 'aws_route.dead',
      destination: '10.5.0.0/16',
      target: undefined,
    });
  });

  it('that are read have their routes, and in doubt those that no data source lists', () => {
    const read = (context?: NetworkContext) =>
      networkOfHcl(['read/reader.json'], context).routeTables;
    const [table] = [...read().values()];
    const named = 'data.aws_route_table.shared';

    expect(table?.routes.map(({ name }) => name)).toEqual([
      'local',
      `${named}.routes[0]`,
      'aws_route.own',
      `endpoint routes of ${named}`,
      `routes propagated to ${named}`,
    ]);
    expect([...read({ onPrem: ['172.20.0.0/16'] }).values()][0]?.routes[4]?.destination).toEqual({
      unknown: `routes propagated to ${named}`,
      within: ['172.20.0.0/16'],
    });
  });

  it('that are read are those of the documents that manage them', () => {
    const { routeTables: joined } = networkOfHcl(['read/base.json', 'read/reader.json']);
    const table = [...joined.values()].find(({ name }) => name.includes('aws_route_table.shared'));

    expect(table?.routes.map(({ name }) => name)).toEqual([
      'local',
      'read-base-json/aws_route_table.shared.route[0]',
      'read-reader-json/aws_route.own',
    ]);
    expect(table?.missing).toEqual([]);
  });

  it.each([
    ['a state', [{ endpoint_id: 'vpce-0a', subnet_id: 'subnet-0a' }], 'arn:fw in subnet-0a'],
    ['a firewall that is not known', [], 'vpce-0a'],
  ])('lead to the interface of a firewall: %s', (_, attachment, expected) => {
    const { routeTables: tables } = networkOfPlan([
      VPC,
      table({ route: [{ cidr_block: '0.0.0.0/0', vpc_endpoint_id: 'vpce-0a' }] }),
      {
        address: 'aws_networkfirewall_firewall.a',
        values: { id: 'arn:fw', firewall_status: [{ sync_states: [{ attachment }] }] },
      },
    ]);

    expect(tables.get('rtb-0a')?.routes[1]?.target).toBe(expected);
  });
});
