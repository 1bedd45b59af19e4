import {
  attachment,
  entry,
  internetGateway,
  natGateway,
  networkAcl,
  networkInterface,
  networkWith,
  routeTable,
  subnet,
  transitGateway,
  transitGatewayRouteTable,
  vpc,
} from '../../test/network';
import { INTERNET, ask, blocking, open } from '../../test/documented';

describe('centralized egress, as AWS documents it', () => {
  // https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
  const network = networkWith({
    vpcs: [vpc('a', '10.0.0.0/16'), vpc('e', '10.9.0.0/16')],
    subnets: [
      subnet('a1', 'a', '10.0.0.0/24'),
      subnet('e-tgw', 'e', '10.9.0.0/24', { routeTable: 'e-private' }),
      subnet('e-nat', 'e', '10.9.1.0/24', { routeTable: 'e-public' }),
    ],
    routeTables: [
      routeTable('a-routes', 'a', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'tgw' }),
      routeTable('e-private', 'e', { '10.9.0.0/16': 'local', '0.0.0.0/0': 'nat' }),
      routeTable('e-public', 'e', {
        '10.9.0.0/16': 'local',
        '10.0.0.0/16': 'tgw',
        '0.0.0.0/0': 'igw',
      }),
    ],
    networkAcls: [networkAcl('a-acl', 'a'), networkAcl('e-acl', 'e')],
    securityGroups: [open('open', 'a')],
    internetGateways: [internetGateway('igw', 'e')],
    natGateways: [natGateway('nat', 'e-nat')],
    transitGateways: [transitGateway('tgw')],
    transitGatewayAttachments: [
      attachment('att-a', {
        kind: 'vpc',
        transitGateway: 'tgw',
        vpc: 'a',
        subnets: ['a1'],
        association: 'spokes',
      }),
      attachment('att-e', {
        kind: 'vpc',
        transitGateway: 'tgw',
        vpc: 'e',
        subnets: ['e-tgw'],
        association: 'egress',
      }),
    ],
    transitGatewayRouteTables: [
      transitGatewayRouteTable('spokes', 'tgw', { '0.0.0.0/0': 'att-e' }),
      transitGatewayRouteTable('egress', 'tgw', { '10.0.0.0/16': 'att-a' }),
    ],
    interfaces: [networkInterface('i-a', 'a1', '10.0.0.9', { groups: ['open'] })],
  });

  it('passes to the internet, and not from it', () => {
    const out = ask(network, 'i-a', INTERNET);

    expect(out.passes.value).toBe(true);
    expect(out.hops.filter(({ reply }) => reply !== true).map(({ kind }) => kind)).toEqual([
      'security group',
      'network acl',
      'route',
      'network acl',
      'transit gateway',
      'transit gateway',
      'transit gateway',
      'network acl',
      'route',
      'network acl',
      'nat gateway',
      'network acl',
      'route',
      'internet gateway',
    ]);
    expect(ask(network, INTERNET, 'i-a').leaks.value).toBe(false);
    expect(blocking(network, INTERNET, 'i-a')).toBe(
      'internet gateway a blocks: has no internet gateway',
    );
  });
});

describe('network ACLs and internet gateways, as AWS documents them', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
  const web = (ephemeral: { from: number; to: number }, isPublic: boolean) =>
    networkWith({
      vpcs: [vpc('v', '10.0.0.0/16')],
      subnets: [subnet('s', 'v', '10.0.0.0/24')],
      routeTables: [routeTable('v-routes', 'v', { '10.0.0.0/16': 'local', '0.0.0.0/0': 'igw' })],
      networkAcls: [
        networkAcl('v-acl', 'v', {
          ingress: [
            entry(110, 'allow', '0.0.0.0/0', { protocol: 'tcp', fromPort: 443, toPort: 443 }),
          ],
          egress: [
            entry(140, 'allow', '0.0.0.0/0', {
              protocol: 'tcp',
              fromPort: ephemeral.from,
              toPort: ephemeral.to,
            }),
          ],
        }),
      ],
      securityGroups: [open('open', 'v')],
      internetGateways: [internetGateway('igw', 'v')],
      interfaces: [
        networkInterface('web', 's', '10.0.0.9', {
          groups: ['open'],
          isPublic: { value: isPublic },
        }),
      ],
    });

  it.each([
    [{ from: 32_768, to: 65_535 }, true, true],
    [{ from: 1024, to: 65_535 }, true, true],
    [{ from: 32_768, to: 61_000 }, true, 'unknown'],
    [{ from: 443, to: 443 }, true, false],
    [{ from: 1024, to: 65_535 }, false, false],
  ])('replies to %j, public %s', (ephemeral, isPublic, expected) => {
    expect(ask(web(ephemeral, isPublic), INTERNET, 'web').passes.value).toBe(expected);
  });

  it('names what is missing', () => {
    expect(ask(web({ from: 32_768, to: 61_000 }, true), INTERNET, 'web').passes).toEqual({
      value: 'unknown',
      missing: ['ephemeral ports of internet'],
    });
  });
});
