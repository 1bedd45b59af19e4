import type { Packet } from '@culvert/packet-set';
import {
  decideByNetworkAcl,
  decideBySecurityGroups,
  decideRoute,
  type Direction,
  type NetworkAcl,
  type NetworkAclEntry,
  type Route,
  type SecurityGroup,
  type SecurityGroupRule,
} from './index';

const VPC = 'https://docs.aws.amazon.com/vpc/latest/userguide';
const VPN = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html';
const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide';
const API = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';

const tcp = (source: string, destination: string, destinationPort: number): Packet => ({
  source,
  destination,
  protocol: 'tcp',
  sourcePort: 443,
  destinationPort,
});
const icmp = (icmpType: number, icmpCode = 0): Packet => ({
  source: '192.0.2.1',
  destination: '10.0.0.5',
  protocol: 'icmp',
  icmpType,
  icmpCode,
});

describe('network ACLs, as AWS documents them', () => {
  const allow = (ruleNumber: number, from: number, to: number, range: string): NetworkAclEntry => ({
    name: String(ruleNumber),
    ruleNumber,
    action: 'allow',
    protocol: 'tcp',
    fromPort: from,
    toPort: to,
    range,
  });
  const EXAMPLE: NetworkAcl = {
    ingress: [
      allow(100, 80, 80, '0.0.0.0/0'),
      allow(105, 80, 80, '::/0'),
      allow(110, 443, 443, '0.0.0.0/0'),
      allow(115, 443, 443, '::/0'),
      allow(120, 22, 22, '192.0.2.0/24'),
      allow(140, 32_768, 65_535, '0.0.0.0/0'),
    ],
    egress: [allow(100, 80, 80, '0.0.0.0/0'), allow(140, 32_768, 65_535, '0.0.0.0/0')],
  };
  const [web, home, stranger] = ['10.0.0.5', '192.0.2.9', '198.51.100.7'];

  it.each<[string, Direction, Packet, boolean, string]>([
    ['custom-network-acl.html', 'ingress', tcp(stranger, web, 443), true, '110'],
    ['custom-network-acl.html', 'ingress', tcp(stranger, web, 139), false, '*'],
    ['custom-network-acl.html', 'ingress', tcp(stranger, web, 80), true, '100'],
    ['custom-network-acl.html', 'ingress', tcp('2001:db8::1', '2001:db8::2', 80), true, '105'],
    ['custom-network-acl.html', 'ingress', tcp('2001:db8::1', '2001:db8::2', 40_000), false, '*'],
    ['custom-network-acl.html', 'ingress', tcp(home, web, 22), true, '120'],
    ['custom-network-acl.html', 'ingress', tcp(stranger, web, 22), false, '*'],
    ['nacl-ephemeral-ports.html', 'egress', tcp(web, stranger, 49_152), true, '140'],
    ['nacl-ephemeral-ports.html', 'egress', tcp(web, stranger, 1024), false, '*'],
  ])(`${VPC}/%s: %s %j`, (_, direction, packet, passes, rule) => {
    expect(decideByNetworkAcl(EXAMPLE, direction, packet)).toEqual({
      passes: { value: passes },
      rules: [rule],
    });
  });

  it(`${VPC}/nacl-rules.html: a lower number wins, bits after the prefix do not count`, () => {
    const acl: NetworkAcl = {
      ingress: [
        { ...allow(200, 0, 65_535, '100.68.0.18/18'), name: 'range' },
        { ...allow(100, 23, 23, '0.0.0.0/0'), name: 'telnet', action: 'deny' },
      ],
      egress: [],
    };

    expect(decideByNetworkAcl(acl, 'ingress', tcp('100.68.63.1', web, 23)).rules).toEqual([
      'telnet',
    ]);
    expect(decideByNetworkAcl(acl, 'ingress', tcp('100.68.63.1', web, 24)).rules).toEqual([
      'range',
    ]);
    expect(decideByNetworkAcl(acl, 'ingress', tcp('100.68.64.1', web, 24)).rules).toEqual(['*']);
  });

  it(`${API}/API_CreateNetworkAclEntry.html: other protocols ignore ports, ICMPv6 of IPv4 types`, () => {
    const entry = (protocol: string): NetworkAcl => ({
      ingress: [
        { name: 'x', ruleNumber: 1, action: 'allow', protocol, range: '0.0.0.0/0', toPort: 1 },
      ],
      egress: [],
    });
    const passes = (protocol: string, packet: Packet) =>
      decideByNetworkAcl(entry(protocol), 'ingress', packet).passes.value;

    expect(passes('-1', tcp(stranger, web, 9))).toBe(true);
    expect(passes('50', { source: stranger, destination: web, protocol: 50 })).toBe(true);
    expect(passes('58', { ...icmp(128), protocol: 'icmpv6' })).toBe(true);
  });
});

describe('security groups, as AWS documents them', () => {
  const group = (...ingress: Omit<SecurityGroupRule, 'name'>[]): SecurityGroup => ({
    ingress: ingress.map((rule, index) => ({ ...rule, name: String(index) })),
    egress: [],
  });
  const port = (number: number, ...peers: SecurityGroupRule['peers']) => ({
    protocol: 'tcp',
    fromPort: number,
    toPort: number,
    peers,
  });
  const members = (...addresses: string[]) => ({ name: 'sg-web', addresses });
  const ping = { protocol: 'icmp', fromPort: 8, toPort: -1, peers: ['0.0.0.0/0'] };
  const [web, other, database] = ['10.0.1.4', '10.0.1.5', '10.0.2.4'];

  it.each<[string, readonly SecurityGroup[], Packet, boolean]>([
    [`${VPC}/security-group-rules.html`, [], tcp(web, database, 80), false],
    [`${VPC}/security-group-rules.html`, [group()], tcp(web, database, 80), false],
    [
      `${VPC}/security-group-rules.html`,
      [group(port(22, web)), group(port(3306, '10.0.0.0/16'))],
      tcp(web, database, 3306),
      true,
    ],
    [
      `${EC2}/security-group-rules-reference.html`,
      [group(port(80, '0.0.0.0/0', '::/0'))],
      tcp('2001:db8::1', '2001:db8::2', 80),
      true,
    ],
    [
      `${EC2}/security-group-rules-reference.html`,
      [group(port(3306, members(web)))],
      tcp(web, database, 3306),
      true,
    ],
    [
      `${EC2}/security-group-rules-reference.html`,
      [group(port(3306, members(web)))],
      tcp(other, database, 3306),
      false,
    ],
    [`${EC2}/security-group-rules-reference.html`, [group(ping)], icmp(8), true],
    [`${EC2}/security-group-rules-reference.html`, [group(ping)], icmp(0), false],
    [`${API}/API_IpPermission.html`, [group({ ...ping, toPort: 1 })], icmp(8, 0), false],
    [`${API}/API_IpPermission.html`, [group({ ...ping, fromPort: -1 })], icmp(3, 1), true],
    [
      `${API}/API_IpPermission.html`,
      [group({ protocol: 'icmpv6', peers: ['::/0'] })],
      { source: '::1', destination: '::2', protocol: 58, icmpType: 128, icmpCode: 0 },
      true,
    ],
    [
      `${API}/API_IpPermission.html`,
      [group({ protocol: '-1', fromPort: 1, toPort: 2, peers: ['10.0.0.0/16'] })],
      tcp(web, database, 443),
      true,
    ],
    [
      `${API}/API_IpPermission.html`,
      [group({ protocol: 50, fromPort: 1, toPort: 2, peers: ['10.0.0.0/16'] })],
      { source: web, destination: database, protocol: 50 },
      true,
    ],
  ])('%s, %#', (_, groups, packet, passes) => {
    expect(decideBySecurityGroups(groups, 'ingress', packet).passes.value).toBe(passes);
  });
});

describe('route tables, as AWS documents them', () => {
  const PRIORITY = `${VPC}/route-tables-priority.html`;
  const LONGEST: readonly Route[] = [
    { name: 'local', destination: '10.0.0.0/16', target: 'local' },
    { name: 'peering', destination: '172.31.0.0/16', target: 'pcx-11223344556677889' },
    { name: 'internet', destination: '0.0.0.0/0', target: 'igw-12345678901234567' },
  ];
  const STATIC: readonly Route[] = [
    { name: 'vpn', destination: '172.31.0.0/24', target: 'vgw-1', propagation: 'vpn-bgp' },
    { name: 'internet', destination: '172.31.0.0/24', target: 'igw-1' },
  ];
  const ORDER: readonly Route[] = [
    { name: 'bgp', destination: '10.10.2.0/24', target: 'vgw-1', propagation: 'vpn-bgp' },
    { name: 'vpn', destination: '10.10.2.0/24', target: 'vgw-1', propagation: 'vpn-static' },
    { name: 'dx', destination: '10.10.2.0/24', target: 'vgw-1', propagation: 'direct-connect' },
  ];
  const LIST: Route = {
    name: 'list',
    destination: { name: 'pl-1', addresses: ['10.10.2.0/24', '10.20.0.0/16'] },
    target: 'tgw-1',
  };
  const GATEWAYS = 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html';
  const ATTACHED = (['vpn-bgp', 'connect', 'direct-connect', 'vpc'] as const).map(
    (propagation): Route => ({
      name: propagation,
      destination: '10.10.2.0/24',
      target: `tgw-attach-${propagation}`,
      propagation,
    }),
  );
  const LONGER: Route = { ...ORDER[0], name: 'long', destination: '10.10.2.15', target: 'vgw-1' };
  const WITHIN: Route = {
    ...LONGER,
    name: 'within',
    destination: '10.0.5.0/24',
    propagation: 'vpn-bgp',
  };

  it.each<[string, readonly Route[], string, string | undefined]>([
    [PRIORITY, LONGEST, '10.0.3.4', 'local'],
    [PRIORITY, LONGEST, '172.31.3.4', 'peering'],
    [PRIORITY, LONGEST, '198.51.100.1', 'internet'],
    [PRIORITY, LONGEST, '2001:db8::1', undefined],
    [PRIORITY, STATIC, '172.31.0.9', 'internet'],
    [PRIORITY, ORDER, '10.10.2.15', 'dx'],
    [PRIORITY, ORDER.slice(0, 2), '10.10.2.15', 'vpn'],
    [PRIORITY, [...ORDER, LIST], '10.10.2.15', 'list'],
    [
      PRIORITY,
      [LIST, { ...LIST, name: 'static', destination: '10.10.2.0/24' }],
      '10.10.2.1',
      'static',
    ],
    [PRIORITY, [LIST, LONGER], '10.10.2.15', 'long'],
    [PRIORITY, [LIST, LONGER], '10.10.2.16', 'list'],
    [VPN, [...LONGEST, WITHIN], '10.0.5.1', 'local'],
    [PRIORITY, [...LONGEST, { ...WITHIN, propagation: undefined }], '10.0.5.1', 'within'],
    [PRIORITY, [...LONGEST, { ...LIST, target: undefined }], '10.20.0.1', 'list'],
    [GATEWAYS, [...ATTACHED, LIST], '10.10.2.15', 'list'],
    [GATEWAYS, ATTACHED, '10.10.2.15', 'vpc'],
    [GATEWAYS, ATTACHED.slice(0, 3), '10.10.2.15', 'direct-connect'],
    [GATEWAYS, ATTACHED.slice(0, 2), '10.10.2.15', 'connect'],
  ])('%s, %#', (_, routes, address, expected) => {
    const { routes: taken, decided } = decideRoute(routes, address);

    expect(decided.value).toBe(true);
    expect(taken.map((route) => route?.name)).toEqual([expected]);
  });

  it(`${PRIORITY}: prefix lists that overlap`, () => {
    const { routes, decided } = decideRoute([LIST, { ...LIST, name: 'other' }], '10.10.2.1');

    expect(routes.map((route) => route?.name)).toEqual(['list', 'other']);
    expect(decided).toEqual({ value: 'unknown', missing: ['which of list, other AWS prefers'] });
  });
});
