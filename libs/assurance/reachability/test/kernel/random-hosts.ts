import * as fc from 'fast-check';
import type { Network, SecurityGroupRule } from '@culvert/network-model';
import type { NetworkAclEntry } from '@culvert/packet-filter';
import {
  entry,
  networkAcl,
  networkInterface,
  networkWith,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../network';

const SUBNETS = {
  a1: '10.0.0.0/24',
  a2: '10.0.1.0/24',
  b1: '10.1.0.0/24',
  a3: '10.0.2.0/24',
} as const;
const IDS = ['a1', 'a2', 'b1'] as const;
/** Whose route table and network ACL a subnet has. */
const LIKE = { a1: 'a1', a2: 'a2', b1: 'b1', a3: 'a1' } as const;
const HOSTS = { h1: 'a1', h2: 'a1', h3: 'a2', h4: 'b1', h5: 'a3' } as const;
const ADDRESSES = {
  h1: '10.0.0.10',
  h2: '10.0.0.11',
  h3: '10.0.1.10',
  h4: '10.1.0.10',
  h5: '10.0.2.10',
} as const;
const HOST_IDS = ['h1', 'h2', 'h3', 'h4', 'h5'] as const;
const GROUPS = ['g1', 'g2', 'g3'];
const RANGES = [...Object.values(SUBNETS), ...Object.values(ADDRESSES), '10.0.0.0/16', '0.0.0.0/0'];
const TRAFFIC = [
  { protocol: '-1' },
  { protocol: 'tcp', fromPort: 443, toPort: 443 },
  { protocol: 'tcp', fromPort: 0, toPort: 65_535 },
  { protocol: 'tcp', fromPort: 1024, toPort: 65_535 },
  { protocol: 'udp', fromPort: 0, toPort: 500 },
] as const;
const OPEN = entry(200, 'allow', '0.0.0.0/0');

const entries = fc.oneof(
  { arbitrary: fc.constant<readonly NetworkAclEntry[]>([OPEN]), weight: 2 },
  {
    arbitrary: fc
      .uniqueArray(
        fc.tuple(
          fc.integer({ min: 1, max: 99 }),
          fc.constantFrom<('allow' | 'deny')[]>('allow', 'deny'),
          fc.constantFrom(...RANGES),
          fc.constantFrom(...TRAFFIC),
        ),
        { selector: ([number]) => number, minLength: 1, maxLength: 4 },
      )
      .map((all): readonly NetworkAclEntry[] => [
        ...all.map(([number, action, range, traffic]) => entry(number, action, range, traffic)),
        OPEN,
      ]),
    weight: 2,
  },
);

const rules = fc
  .array(
    fc.tuple(
      fc.constantFrom(...TRAFFIC),
      fc.oneof<fc.Arbitrary<SecurityGroupRule['peers'][number]>[]>(
        fc.constantFrom(...RANGES),
        fc.constantFrom(...GROUPS.map((group) => ({ group }))),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(([traffic, peer], at): SecurityGroupRule => ({
      name: `rule ${at}`,
      ...traffic,
      peers: [peer],
    })),
  );

/** Routes besides the local one: to the other VPC, mostly, and some that go astray. */
const routes = (otherVpc: string, otherSubnet: string) =>
  fc
    .tuple(
      fc.constantFrom('peering', 'peering', 'peering', undefined, 'none'),
      fc.constantFrom('none', 'none', 'local', 'peering', undefined),
      fc.constantFrom('none', 'none', 'peering', undefined),
    )
    .map(([toOther, within, all]) =>
      Object.fromEntries(
        [
          [otherVpc, toOther] as const,
          [otherSubnet, within] as const,
          ['0.0.0.0/0', all] as const,
        ].filter(([, target]) => target !== 'none'),
      ),
    );

/** Two peered VPCs, four subnets, of which two have one route table and one network ACL, five hosts, two in one subnet. */
export const randomHosts: fc.Arbitrary<Network> = fc
  .record({
    routes: fc.tuple(
      routes('10.1.0.0/16', SUBNETS.a2),
      routes('10.1.0.0/16', SUBNETS.a1),
      routes('10.0.0.0/16', SUBNETS.a1),
    ),
    acls: fc.tuple(...IDS.map(() => fc.record({ ingress: entries, egress: entries }))),
    groups: fc.tuple(...GROUPS.map(() => fc.record({ ingress: rules, egress: rules }))),
    members: fc.tuple(...HOST_IDS.map(() => fc.subarray(GROUPS, { minLength: 1 }))),
  })
  .map((random) =>
    networkWith({
      vpcs: [vpc('a', '10.0.0.0/16'), vpc('b', '10.1.0.0/16')],
      subnets: [...IDS, 'a3' as const].map((id) =>
        subnet(id, id.slice(0, 1), SUBNETS[id], {
          routeTable: `${LIKE[id]}-routes`,
          networkAcl: `${LIKE[id]}-acl`,
        }),
      ),
      routeTables: IDS.map((id, at) =>
        routeTable(`${id}-routes`, id.slice(0, 1), {
          ...random.routes[at],
          [id === 'b1' ? '10.1.0.0/16' : '10.0.0.0/16']: 'local',
        }),
      ),
      networkAcls: IDS.map((id, at) => networkAcl(`${id}-acl`, id.slice(0, 1), random.acls[at])),
      securityGroups: GROUPS.map((id, at) => securityGroup(id, 'a', random.groups[at])),
      peerings: [peering('peering', 'a', 'b')],
      interfaces: HOST_IDS.map((id, at) =>
        networkInterface(id, HOSTS[id], ADDRESSES[id], { groups: random.members[at] }),
      ),
    }),
  );
