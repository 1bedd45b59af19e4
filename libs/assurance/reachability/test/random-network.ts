import * as fc from 'fast-check';
import type { Network, SecurityGroupRule } from '@culvert/network-model';
import type { NetworkAclEntry } from '@culvert/packet-filter';
import type { Party } from '../src/index';
import {
  attachment,
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
} from './network';

/** Two VPCs, the first with two subnets in two zones, the other with one; tiny, to try every address. */
export const SUBNETS = { a1: '10.0.0.0/30', a2: '10.0.0.4/30', b1: '10.0.1.0/30' } as const;
type SubnetId = keyof typeof SUBNETS;
const IDS = Object.keys(SUBNETS) as readonly SubnetId[];
const RANGES = [
  ...Object.values(SUBNETS),
  '10.0.0.0/24',
  '10.0.1.0/24',
  '10.0.0.1/32',
  '10.0.0.0/8',
  '192.168.0.0/24',
  '198.51.100.0/24',
  '0.0.0.0/0',
];
const GROUPS = ['g1', 'g2'];
const PORTS = [
  { protocol: '-1' },
  { protocol: 'tcp', fromPort: 443, toPort: 443 },
  { protocol: 'tcp', fromPort: 0, toPort: 1023 },
  { protocol: 'tcp', fromPort: 1024, toPort: 65_535 },
  { protocol: 'tcp', fromPort: 32_768, toPort: 61_000 },
] as const;
const TARGETS = ['local', 'peering', 'tgw', 'igw', 'nat', undefined];

/** Ports of which one stands for all that the rules above treat alike. */
export const SOURCE_PORTS = [22, 443, 1023, 1024, 32_768, 61_000, 61_001];
export const DESTINATION_PORTS = [22, 443];

/** Most often in the first way, so that much passes. */
function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 3 }, { arbitrary: other, weight: 2 });
}

const OPEN = [entry(200, 'allow', '0.0.0.0/0')];
const entries = mostly<readonly NetworkAclEntry[]>(
  OPEN,
  fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom<('allow' | 'deny')[]>('allow', 'deny'),
        fc.constantFrom(...RANGES),
        fc.constantFrom(...PORTS),
      ),
      { selector: ([number]) => number, maxLength: 3 },
    )
    .chain((all) =>
      fc
        .boolean()
        .map((open) => [
          ...all.map(([number, action, range, ports]) => entry(number, action, range, ports)),
          ...(open ? OPEN : []),
        ]),
    ),
);

const rules = fc.array(
  fc.tuple(
    fc.constantFrom(...PORTS),
    fc.array(
      fc.oneof<fc.Arbitrary<SecurityGroupRule['peers'][number]>[]>(
        fc.constantFrom(...RANGES),
        fc.constantFrom(...GROUPS.map((group) => ({ group }))),
      ),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  { minLength: 1, maxLength: 3 },
);
const groupRules = rules.map((all) =>
  all.map(([ports, peers], at): SecurityGroupRule => ({ name: `rule ${at}`, ...ports, peers })),
);

const extraRoutes = fc.dictionary(
  fc.constantFrom(...RANGES.filter((range) => !Object.values<string>(SUBNETS).includes(range))),
  fc.constantFrom(...TARGETS.filter((target) => target !== 'local')),
  { maxKeys: 3 },
);
const routesOf = (own: string, other: string) =>
  fc
    .tuple(
      mostly('peering', fc.constantFrom(...TARGETS)),
      mostly('tgw', fc.constantFrom(...TARGETS)),
      mostly('igw', fc.constantFrom(...TARGETS)),
      extraRoutes,
    )
    .map(([toOther, onPrem, internet, extra]) => ({
      [other]: toOther === 'local' ? undefined : toOther,
      '192.168.0.0/24': onPrem === 'local' ? undefined : onPrem,
      '0.0.0.0/0': internet === 'local' ? undefined : internet,
      ...extra,
      [own]: 'local',
    }));
const gatewayRoutes = fc
  .dictionary(fc.constantFrom(...RANGES), fc.constantFrom('att-a', 'att-b', 'vpn', undefined), {
    maxKeys: 3,
  })
  .map((extra) => ({
    '10.0.0.0/24': 'att-a',
    '10.0.1.0/24': 'att-b',
    '192.168.0.0/24': 'vpn',
    ...extra,
  }));
const truth = mostly<boolean>(true, fc.constant(false)).map((value) => ({ value }));
const members = fc.subarray(GROUPS, { minLength: 1 });

/** A network of VPCs, a Transit Gateway with a VPN, and gateways, in which all is known. */
export const randomNetwork: fc.Arbitrary<Network> = fc
  .record({
    routes: fc.tuple(
      routesOf('10.0.0.0/24', '10.0.1.0/24'),
      routesOf('10.0.0.0/24', '10.0.1.0/24'),
      routesOf('10.0.1.0/24', '10.0.0.0/24'),
    ),
    acls: fc.tuple(...IDS.map(() => fc.record({ ingress: entries, egress: entries }))),
    groups: fc.tuple(...GROUPS.map(() => fc.record({ ingress: groupRules, egress: groupRules }))),
    members: fc.tuple(...IDS.map(() => members)),
    isPublic: fc.tuple(...IDS.map(() => truth)),
    active: truth,
    accepted: truth,
    doors: fc.tuple(fc.subarray(['a1', 'a2'], { minLength: 1 }), fc.constant(['b1'])),
    tables: fc.tuple(gatewayRoutes, gatewayRoutes),
    associations: fc.tuple(...IDS.map(() => fc.constantFrom('t1', 't2'))),
    zone: fc.constantFrom('a', 'b'),
  })
  .map((random) =>
    networkWith({
      vpcs: [vpc('a', '10.0.0.0/24'), vpc('b', '10.0.1.0/24')],
      subnets: IDS.map((id) =>
        subnet(id, id.slice(0, 1), SUBNETS[id], {
          zone: { a1: 'a', a2: 'b', b1: random.zone }[id],
          routeTable: `${id}-routes`,
          networkAcl: `${id}-acl`,
        }),
      ),
      routeTables: IDS.map((id, at) =>
        routeTable(`${id}-routes`, id.slice(0, 1), random.routes[at] ?? {}),
      ),
      networkAcls: IDS.map((id, at) => networkAcl(`${id}-acl`, id.slice(0, 1), random.acls[at])),
      securityGroups: GROUPS.map((id, at) => securityGroup(id, 'a', random.groups[at])),
      interfaces: [
        ...IDS.map((id, at) =>
          networkInterface(`i-${id}`, id, SUBNETS[id], {
            groups: random.members[at],
            isPublic: random.isPublic[at],
          }),
        ),
        networkInterface('nat', 'a2', '10.0.0.6', {
          kind: 'nat gateway',
          filtered: false,
          isPublic: { value: true },
        }),
      ],
      internetGateways: [internetGateway('igw', 'a')],
      natGateways: [natGateway('nat', 'a2')],
      peerings: [peering('peering', 'a', 'b', { active: random.active })],
      transitGateways: [transitGateway('tgw')],
      transitGatewayAttachments: [
        ...['a', 'b'].map((id, at) =>
          attachment(`att-${id}`, {
            kind: 'vpc',
            transitGateway: 'tgw',
            vpc: id,
            subnets: random.doors[at],
            accepted: id === 'a' ? { value: true } : random.accepted,
            association: random.associations[at],
            applianceMode: { value: false },
          }),
        ),
        attachment('vpn', {
          kind: 'vpn',
          transitGateway: 'tgw',
          association: random.associations[2],
        }),
      ],
      transitGatewayRouteTables: random.tables.map((destinations, at) =>
        transitGatewayRouteTable(`t${at + 1}`, 'tgw', destinations),
      ),
    }),
  );

const OUTSIDE = {
  internet: outside('internet', '198.51.100.7'),
  'on-prem': outside('on-prem', '192.168.0.9'),
};

/** Two different ends of it, of which one at least is in a VPC. */
export const ends: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(
    fc.constantFrom('i-a1', 'i-a2', 'i-b1', 'internet', 'on-prem'),
    fc.constantFrom('i-a1', 'i-a2', 'i-b1', 'internet', 'on-prem'),
  )
  .filter(([from, to]) => from !== to && (from.startsWith('i-') || to.startsWith('i-')));

export function partyOf(network: Network, end: string): Party {
  if (end === 'internet' || end === 'on-prem') return OUTSIDE[end];
  const found = network.interfaces.get(end);
  if (found === undefined) throw new Error(`no interface ${end}`);
  return party(found);
}
