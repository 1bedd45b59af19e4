import {
  attachment,
  networkAcl,
  networkInterface,
  networkWith,
  peering,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayRouteTable,
  vpc,
} from '../../test/network';
import { ON_PREM, ask, blocking, open } from '../../test/documented';

describe('VPC peering, as AWS documents it', () => {
  // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
  const network = networkWith({
    vpcs: [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16'), vpc('c', '10.2.0.0/16')],
    subnets: ['a', 'b', 'c'].map((id, at) => subnet(`${id}1`, id, `10.${at}.0.0/24`)),
    routeTables: [
      routeTable('a-routes', 'a', {
        '10.0.0.0/16': 'local',
        '10.1.0.0/16': 'a-b',
        '10.2.0.0/16': 'a-c',
      }),
      routeTable('b-routes', 'b', {
        '10.1.0.0/16': 'local',
        '10.0.0.0/16': 'a-b',
        '10.2.0.0/16': 'a-b',
      }),
      routeTable('c-routes', 'c', { '10.2.0.0/16': 'local', '10.1.0.0/16': 'a-c' }),
    ],
    networkAcls: ['a', 'b', 'c'].map((id) => networkAcl(`${id}-acl`, id)),
    securityGroups: ['a', 'b', 'c'].map((id) => open(`open-${id}`, id)),
    peerings: [peering('a-b', 'a', 'b'), peering('a-c', 'a', 'c')],
    interfaces: ['a', 'b', 'c'].map((id, at) =>
      networkInterface(`i-${id}`, `${id}1`, `10.${at}.0.9`, { groups: [`open-${id}`] }),
    ),
  });

  it('passes between the two VPCs', () => {
    expect(ask(network, 'i-a', 'i-b').passes.value).toBe(true);
    expect(ask(network, 'i-b', 'i-a').passes.value).toBe(true);
  });

  it('is not transitive', () => {
    expect(ask(network, 'i-b', 'i-c').passes.value).toBe(false);
    expect(blocking(network, 'i-b', 'i-c')).toBe(
      'peering a-b blocks: leads to a only: peering is not transitive',
    );
  });

  it('needs a route back', () => {
    const { passes, hops } = ask(network, 'i-a', 'i-c');

    expect(passes.value).toBe(false);
    expect(hops.at(-1)).toMatchObject({ reply: true, component: 'c-routes', effect: 'blocks' });
  });
});

describe('Transit Gateways, as AWS documents them', () => {
  const spokes = ['a', 'b', 'c'];
  const base = (
    tables: readonly ReturnType<typeof transitGatewayRouteTable>[],
    association: Readonly<Record<string, string>>,
  ) =>
    networkWith({
      vpcs: spokes.map((id, at) => vpc(id, `10.${at}.0.0/16`)),
      subnets: spokes.flatMap((id, at) => [
        subnet(`${id}1`, id, `10.${at}.0.0/24`),
        subnet(`${id}2`, id, `10.${at}.2.0/24`, { zone: 'b' }),
      ]),
      routeTables: spokes.map((id, at) =>
        routeTable(`${id}-routes`, id, { [`10.${at}.0.0/16`]: 'local', '0.0.0.0/0': 'tgw' }),
      ),
      networkAcls: spokes.map((id) => networkAcl(`${id}-acl`, id)),
      securityGroups: spokes.map((id) => open(`open-${id}`, id)),
      transitGateways: [transitGateway('tgw')],
      transitGatewayAttachments: [
        ...spokes.map((id) =>
          attachment(`att-${id}`, {
            kind: 'vpc',
            transitGateway: 'tgw',
            vpc: id,
            subnets: [`${id}1`],
            association: association[id],
          }),
        ),
        attachment('vpn', { kind: 'vpn', transitGateway: 'tgw', association: association['vpn'] }),
      ],
      transitGatewayRouteTables: tables,
      interfaces: spokes.flatMap((id, at) => [
        networkInterface(`i-${id}`, `${id}1`, `10.${at}.0.9`, { groups: [`open-${id}`] }),
        networkInterface(`j-${id}`, `${id}2`, `10.${at}.2.9`, { groups: [`open-${id}`] }),
      ]),
    });
  const everything = transitGatewayRouteTable('default', 'tgw', {
    '10.0.0.0/16': 'att-a',
    '10.1.0.0/16': 'att-b',
    '10.2.0.0/16': 'att-c',
    '192.168.0.0/16': 'vpn',
  });
  const all = { a: 'default', b: 'default', c: 'default', vpn: 'default' };

  it('is a centralized router', () => {
    const network = base([everything], all);

    expect(ask(network, 'i-a', 'i-b').passes.value).toBe(true);
    expect(ask(network, 'i-a', ON_PREM).passes.value).toBe(true);
    expect(ask(network, ON_PREM, 'i-a').passes.value).toBe(true);
    // i-b does not send from a zone of the attachment, and does not reply from there either
    expect(ask(network, 'j-a', 'i-b').passes.value).toBe(false);
    expect(ask(network, 'i-a', 'j-b').passes.value).toBe(false);
    expect(blocking(network, 'j-a', 'i-b')).toContain('has no subnet in zone b');
  });

  it('isolates VPCs', () => {
    // https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-isolated.html
    const network = base(
      [
        transitGatewayRouteTable('vpcs', 'tgw', { '0.0.0.0/0': 'vpn' }),
        transitGatewayRouteTable('vpn-table', 'tgw', {
          '10.0.0.0/16': 'att-a',
          '10.1.0.0/16': 'att-b',
          '10.2.0.0/16': 'att-c',
        }),
      ],
      { a: 'vpcs', b: 'vpcs', c: 'vpcs', vpn: 'vpn-table' },
    );

    expect(ask(network, 'i-a', ON_PREM).passes.value).toBe(true);
    expect(ask(network, ON_PREM, 'i-b').passes.value).toBe(true);
    expect(ask(network, 'i-a', 'i-b').passes.value).toBe(false);
    expect(ask(network, 'i-a', 'i-b').leaks.value).toBe(false);
  });

  it('isolates VPCs with shared services', () => {
    // https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-isolated-shared.html
    const network = base(
      [
        transitGatewayRouteTable('isolated', 'tgw', {
          '192.168.0.0/16': 'vpn',
          '10.2.0.0/16': 'att-c',
        }),
        everything,
      ],
      { a: 'isolated', b: 'isolated', c: 'default', vpn: 'default' },
    );

    expect(ask(network, 'i-a', 'i-c').passes.value).toBe(true);
    expect(ask(network, 'i-c', 'i-b').passes.value).toBe(true);
    expect(ask(network, 'i-a', 'i-b').passes.value).toBe(false);
  });

  it('drops what a blackhole takes, also on the way back', () => {
    const network = base(
      [
        everything,
        transitGatewayRouteTable('holes', 'tgw', {
          '10.0.0.0/16': 'att-a',
          '10.0.0.0/24': undefined,
          '10.1.0.0/16': 'att-b',
        }),
      ],
      { ...all, b: 'holes' },
    );

    expect(blocking(network, 'i-b', 'i-a')).toBe(
      'transit gateway holes blocks: drops it: a blackhole',
    );
    expect(ask(network, 'i-a', 'i-b').hops.at(-1)).toMatchObject({ reply: true, effect: 'blocks' });
  });

  it('needs what is accepted and associated', () => {
    const unassociated = base([everything], { a: 'default', b: 'default' });

    expect(ask(unassociated, 'i-c', 'i-a').passes.value).toBe(false);
    expect(ask(unassociated, 'i-a', 'i-c').passes.value).toBe(false);
    expect(blocking(unassociated, 'i-c', 'i-a')).toContain('is associated with no route table');
  });
});
