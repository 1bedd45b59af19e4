import type { Network, NetworkInterface } from '@culvert/network-model';
import { AddressSet, PacketSet } from '@culvert/packet-set';
import { TRUE } from '@culvert/symbolic';
import {
  ALL_OUT,
  allow,
  attachment,
  component,
  entry,
  internetGateway,
  natGateway,
  networkAcl,
  networkInterface,
  networkWith,
  outside,
  party,
  peering,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitGatewayRouteTable,
  vpc,
  vpnGateway,
} from '../../test/network';
import { admits, connect, type Party } from '../index';

const HTTPS = { protocol: 'tcp', ports: [443] } as const;
const INTERNET = outside('internet', '198.51.100.7');
const ON_PREM = outside('on-prem', '192.168.0.9');
type Lists = Parameters<typeof networkWith>[0];

/** A VPC `v` with a caller in `s1` and an API in `s2`, which lets the caller's group in. */
function small(lists: Lists = {}): Network {
  return networkWith({
    vpcs: [vpc('v', '10.0.0.0/16')],
    subnets: [subnet('s1', 'v', '10.0.1.0/24'), subnet('s2', 'v', '10.0.2.0/24')],
    routeTables: [routeTable('v-routes', 'v', { '10.0.0.0/16': 'local' })],
    networkAcls: [networkAcl('v-acl', 'v')],
    securityGroups: [
      securityGroup('callers', 'v'),
      securityGroup('apis', 'v', { ingress: [allow('https', 443, { group: 'callers' })] }),
    ],
    interfaces: [
      networkInterface('caller', 's1', '10.0.1.9', { groups: ['callers'] }),
      networkInterface('api', 's2', '10.0.2.9', { groups: ['apis'] }),
    ],
    ...lists,
  });
}

function end(network: Network, of: string | Party, said: Partial<NetworkInterface> = {}): Party {
  if (typeof of !== 'string') return of;
  const found = network.interfaces.get(of);
  if (found === undefined) throw new Error(`no interface ${of}`);
  return party({ ...found, ...said });
}

function ask(network: Network, from: string | Party = 'caller', to: string | Party = 'api') {
  return connect(network, { from: end(network, from), to: end(network, to), traffic: HTTPS });
}

describe('security groups', () => {
  it('go by membership, not by addresses', () => {
    const network = small();
    const stranger = end(network, 'caller', { groups: ['apis'] });

    expect(ask(network).passes.value).toBe(true);
    expect(ask(network, stranger).passes.value).toBe(false);
    expect(ask(network, stranger).hops.at(-1)).toMatchObject({
      kind: 'security group',
      component: 'apis',
      detail: 'no rule allows tcp 443 from 10.0.1.9',
    });
  });

  it('name the rule that lets it pass', () => {
    expect(ask(small()).hops.map(({ rule }) => rule)).toContain('https');
  });

  it('do not apply to what is not filtered', () => {
    const network = small();

    expect(ask(network, 'caller', end(network, 'api', { filtered: false })).passes.value).toBe(
      true,
    );
  });

  it('are unknown by name when they are not there', () => {
    const network = small();

    const caller = end(network, 'caller', { groups: ['sg-1'] });

    expect(ask(network, caller, end(network, 'api', { filtered: false })).passes).toEqual({
      value: 'unknown',
      missing: ['rules of sg-1'],
    });
  });

  it('say by themselves whom they admit', () => {
    const network = small({ routeTables: [] });
    const [caller, api] = [end(network, 'caller'), end(network, 'api')];
    if (api.kind !== 'interface') throw new Error('no interface');

    expect(admits(network, api, caller, HTTPS).passes.value).toBe(true);
    expect(admits(network, api, ON_PREM, HTTPS)).toMatchObject({
      passes: { value: false },
      leaks: { value: false },
    });
    expect(admits(network, api, ON_PREM, HTTPS).hops).toHaveLength(1);
  });

  it.each([
    ['eu-central-1', true],
    ['eu-west-1', false],
  ])('can be named across a peering in one Region: %s', (region, passes) => {
    const network = small({
      vpcs: [vpc('v', '10.0.1.0/24'), { ...vpc('w', '10.0.2.0/24'), region }],
      subnets: [subnet('s1', 'v', '10.0.1.0/24'), subnet('s2', 'w', '10.0.2.0/24')],
      routeTables: ['v', 'w'].map((id) =>
        routeTable(`${id}-routes`, id, {
          [id === 'v' ? '10.0.1.0/24' : '10.0.2.0/24']: 'local',
          '10.0.0.0/16': 'peering',
        }),
      ),
      networkAcls: [networkAcl('v-acl', 'v'), networkAcl('w-acl', 'w')],
      peerings: [peering('peering', 'v', 'w')],
    });

    expect(ask(network).passes.value).toBe(passes);
  });

  it.each([
    [{ value: true }, true],
    [{ value: false }, false],
  ])(
    'can be named across a Transit Gateway that says so: %j',
    (securityGroupReferencing, passes) => {
      const network = small({
        vpcs: [vpc('v', '10.0.1.0/24'), vpc('w', '10.0.2.0/24')],
        subnets: [subnet('s1', 'v', '10.0.1.0/24'), subnet('s2', 'w', '10.0.2.0/24')],
        routeTables: ['v', 'w'].map((id) =>
          routeTable(`${id}-routes`, id, {
            [id === 'v' ? '10.0.1.0/24' : '10.0.2.0/24']: 'local',
            '10.0.0.0/16': 'tgw',
          }),
        ),
        networkAcls: [networkAcl('v-acl', 'v'), networkAcl('w-acl', 'w')],
        transitGateways: [transitGateway('tgw', { securityGroupReferencing })],
        transitGatewayAttachments: ['v', 'w'].map((id, at) =>
          attachment(`att-${id}`, {
            kind: 'vpc',
            transitGateway: 'tgw',
            vpc: id,
            subnets: [`s${at + 1}`],
            association: 'table',
            securityGroupReferencing: TRUE,
          }),
        ),
        transitGatewayRouteTables: [
          transitGatewayRouteTable('table', 'tgw', {
            '10.0.1.0/24': 'att-v',
            '10.0.2.0/24': 'att-w',
          }),
        ],
      });

      expect(ask(network).passes.value).toBe(passes);
    },
  );
});

describe('addresses that only AWS knows', () => {
  const half = small({
    networkAcls: [
      networkAcl('v-acl', 'v', {
        ingress: [entry(1, 'deny', '10.0.1.128/25'), entry(2, 'allow', '0.0.0.0/0')],
      }),
    ],
  });
  const caller = { addresses: AddressSet.of('10.0.1.0/24'), placed: false };

  it('leave it unknown when some pass', () => {
    const { passes, leaks, hops } = ask(half, end(half, 'caller', caller));

    expect(passes).toEqual({ value: 'unknown', missing: ['caller.private_ip'] });
    expect(leaks).toEqual(passes);
    expect(hops.at(-1)).toMatchObject({ kind: 'network acl', effect: 'unknown' });
  });

  it('do not matter when all or none pass', () => {
    const network = small();

    expect(ask(network, end(network, 'caller', caller)).passes.value).toBe(true);
    expect(ask(network, end(network, 'caller', { ...caller, groups: [] })).passes.value).toBe(
      false,
    );
  });

  it('are all meant when they are placed', () => {
    const { passes, leaks } = ask(half, end(half, 'caller', { ...caller, placed: true }));

    expect([passes.value, leaks.value]).toEqual([false, true]);
  });
});

describe('a subnet that only AWS knows', () => {
  const wanderer = (network: Network, ...subnets: readonly string[]) =>
    end(network, 'caller', {
      subnet: { unknown: 'var.subnet' },
      subnets,
      addresses: AddressSet.of('10.0.1.0/24', '10.0.3.0/24'),
      placed: false,
    });
  const lists = (routeTableOfThird: string): Lists => ({
    subnets: [
      subnet('s1', 'v', '10.0.1.0/24'),
      subnet('s2', 'v', '10.0.2.0/24'),
      subnet('s3', 'v', '10.0.3.0/24', { networkAcl: routeTableOfThird }),
    ],
    networkAcls: [networkAcl('v-acl', 'v'), networkAcl('closed', 'v', { ingress: [], egress: [] })],
  });

  it('does not matter when each does', () => {
    const network = small(lists('v-acl'));

    expect(ask(network, wanderer(network, 's1', 's3')).passes.value).toBe(true);
  });

  it('leaves it unknown when some do', () => {
    const network = small(lists('closed'));

    expect(ask(network, wanderer(network, 's1', 's3')).passes).toEqual({
      value: 'unknown',
      missing: ['subnet of caller'],
    });
  });

  it('leaves it unknown when nothing is known', () => {
    const network = small();

    expect(ask(network, wanderer(network)).passes).toEqual({
      value: 'unknown',
      missing: ['subnet of caller'],
    });
  });
});

describe('appliances', () => {
  const withFirewall = (lists: Lists = {}) =>
    small({
      subnets: [
        subnet('s1', 'v', '10.0.1.0/24', { routeTable: 'inspected' }),
        subnet('s2', 'v', '10.0.2.0/24', { routeTable: 'inspected' }),
        subnet('s3', 'v', '10.0.3.0/24'),
      ],
      routeTables: [
        routeTable('v-routes', 'v', { '10.0.0.0/16': 'local' }),
        routeTable('inspected', 'v', {
          '10.0.0.0/16': 'local',
          '10.0.1.0/24': 'firewall',
          '10.0.2.0/24': 'firewall',
        }),
      ],
      securityGroups: [
        securityGroup('callers', 'v'),
        securityGroup('apis', 'v', { ingress: [allow('https', 443, '10.0.1.0/24')] }),
      ],
      interfaces: [
        networkInterface('caller', 's1', '10.0.1.9', { groups: ['callers'] }),
        networkInterface('api', 's2', '10.0.2.9', { groups: ['apis'] }),
        networkInterface('firewall', 's3', '10.0.3.9', { kind: 'firewall', filtered: false }),
      ],
      ...lists,
    });

  it('are unknown by name', () => {
    expect(ask(withFirewall()).passes).toEqual({
      value: 'unknown',
      missing: ['what firewall lets pass'],
    });
  });

  it.each([
    [443, true],
    [8443, false],
  ])('let pass what somebody says: %s', (port, passes) => {
    const network = withFirewall({
      appliances: [
        {
          ...component('firewall'),
          passes: PacketSet.of({ protocols: ['tcp'], destinationPorts: [port] }),
        },
      ],
    });

    expect(ask(network).passes.value).toBe(passes);
  });

  it('must see the replies, too', () => {
    const network = withFirewall({
      subnets: [
        subnet('s1', 'v', '10.0.1.0/24', { routeTable: 'inspected' }),
        subnet('s2', 'v', '10.0.2.0/24'),
        subnet('s3', 'v', '10.0.3.0/24'),
      ],
      appliances: [{ ...component('firewall'), passes: PacketSet.ALL }],
    });

    expect(ask(network).passes).toEqual({
      value: 'unknown',
      missing: ['what firewall makes of one direction only'],
    });
  });

  it('drop what is not addressed to them, unless they are told otherwise', () => {
    const network = withFirewall({
      interfaces: [
        networkInterface('caller', 's1', '10.0.1.9', { groups: ['callers'] }),
        networkInterface('api', 's2', '10.0.2.9', { groups: ['apis'] }),
        networkInterface('firewall', 's3', '10.0.3.9'),
      ],
    });

    expect(ask(network).passes.value).toBe(false);
    expect(ask(network).hops.at(-1)?.detail).toBe('drops what is not addressed to it');
  });
});

describe('the internet', () => {
  const web = (lists: Lists = {}) =>
    small({
      routeTables: [
        routeTable('v-routes', 'v', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw', '::/0': 'eigw' }),
      ],
      securityGroups: [
        securityGroup('callers', 'v'),
        securityGroup('apis', 'v', {
          ingress: [allow('https', 443, '0.0.0.0/0', '::/0')],
          egress: ALL_OUT,
        }),
      ],
      internetGateways: [
        internetGateway('igw', 'v'),
        internetGateway('eigw', 'v', { egressOnly: true }),
      ],
      ...lists,
    });

  it('addresses what has a public address only', () => {
    const network = web();
    const open = end(network, 'api', { isPublic: TRUE });
    const unsure = { value: 'unknown', missing: ['api.public_ip'] } as const;

    expect(ask(network, INTERNET, open).passes.value).toBe(true);
    expect(ask(network, INTERNET).leaks.value).toBe(false);
    expect(ask(network, INTERNET, end(network, 'api', { isPublic: unsure })).passes).toEqual(
      unsure,
    );
  });

  it('is reached over IPv6 by a gateway for egress only, and does not reach back', () => {
    const network = web({
      subnets: [subnet('s1', 'v', '10.0.1.0/24'), subnet('s2', 'v', '2001:db8::/64')],
    });
    const api = end(network, 'api', { addresses: AddressSet.of('2001:db8::9') });
    const there = outside('internet', '2001:db8:ffff::1');

    expect(ask(network, api, there).passes.value).toBe(true);
    expect(ask(network, there, api).passes.value).toBe(false);
  });

  it('replies to no address that is translated', () => {
    const network = web({
      routeTables: [routeTable('v-routes', 'v', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'nat' })],
      natGateways: [natGateway('nat', 's1')],
    });

    expect(
      ask(network, INTERNET, end(network, 'api', { isPublic: TRUE })).hops.at(-1),
    ).toMatchObject({ reply: true, effect: 'blocks', kind: 'nat gateway' });
  });

  it('comes by the route table of its gateway', () => {
    const network = web({
      internetGateways: [internetGateway('igw', 'v', { routeTable: 'ingress' })],
      routeTables: [
        routeTable('v-routes', 'v', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw' }),
        routeTable('ingress', 'v', { '10.0.0.0/16': 'local', '10.0.2.0/24': 'caller' }),
      ],
    });

    expect(ask(network, INTERNET, end(network, 'api', { isPublic: TRUE })).passes.value).toBe(
      false,
    );
  });
});

describe('what is on-prem', () => {
  it('comes and goes by a VPN gateway', () => {
    const network = small({
      routeTables: [
        routeTable('v-routes', 'v', { '10.0.0.0/16': 'local', '192.168.0.0/16': 'vgw' }),
      ],
      securityGroups: [
        securityGroup('callers', 'v'),
        securityGroup('apis', 'v', { ingress: [allow('https', 443, '192.168.0.0/16')] }),
      ],
      vpnGateways: [vpnGateway('vgw', 'v')],
    });

    expect(ask(network, ON_PREM).passes.value).toBe(true);
    expect(ask(network, 'caller', ON_PREM).passes.value).toBe(true);
    expect(ask(network, ON_PREM, 'caller').passes.value).toBe(false);
  });
});

describe('what is not there', () => {
  it.each<[string, Lists, readonly string[]]>([
    ['a route table', { routeTables: [] }, ['route table of s1', 'route table of s2']],
    ['a network ACL', { networkAcls: [] }, ['network ACL of s1', 'network ACL of s2']],
    [
      'a target',
      { routeTables: [routeTable('v-routes', 'v', { '10.0.0.0/16': 'what-1' })] },
      ['what what-1 is'],
    ],
  ])('%s is named', (_, lists, missing) => {
    expect(ask(small(lists)).passes).toEqual({ value: 'unknown', missing });
  });
});
