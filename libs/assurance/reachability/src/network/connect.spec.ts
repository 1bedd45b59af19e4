import type { Network } from '@culvert/network-model';
import { AddressSet } from '@culvert/packet-set';
import { TRUE } from '@culvert/symbolic';
import {
  attachment,
  entry,
  networkAcl,
  peering,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayRouteTable,
  vpc,
} from '../../test/network';
import { ask, end, HTTPS, ON_PREM, small, type Lists } from '../../test/small-network';
import { admits } from '../index';

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
