import { AddressSet, PacketSet } from '@culvert/packet-set';
import { TRUE } from '@culvert/symbolic';
import {
  ALL_OUT,
  allow,
  component,
  internetGateway,
  natGateway,
  networkInterface,
  outside,
  routeTable,
  securityGroup,
  subnet,
  vpnGateway,
} from '../../test/network';
import { ask, end, INTERNET, ON_PREM, small, type Lists } from '../../test/small-network';

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
