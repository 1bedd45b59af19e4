import type { Packet } from '@culvert/packet-set';
import { missingFacts } from '@culvert/symbolic';
import {
  betweenSubnets,
  decideByNetworkAcl,
  decideBySecurityGroups,
  decideRoute,
  type NetworkAcl,
  networkAclPasses,
  PacketFilterError,
  type SecurityGroupRule,
  securityGroupsPass,
} from './index';

const X = { unknown: 'x', within: ['10.0.1.0/24'] };
const HTTPS = { name: 'https', protocol: 'tcp', fromPort: 443, toPort: 443 } as const;
const packet: Packet = {
  source: '10.0.1.5',
  destination: '10.0.2.5',
  protocol: 'tcp',
  sourcePort: 40_000,
  destinationPort: 443,
};
const accepts = (...ingress: SecurityGroupRule[]) =>
  securityGroupsPass([{ ingress, egress: [] }], 'ingress');

describe('what is known only after apply', () => {
  it('may be where it will be, and nowhere else', () => {
    const passage = accepts({ ...HTTPS, peers: [X] });

    expect(passage.passes(packet)).toEqual({ value: 'unknown', missing: ['x'] });
    expect(passage.passes({ ...packet, source: '10.0.3.5' }).value).toBe(false);
    expect(String(passage.perhaps)).toBe('tcp 10.0.1.0/24 -> 0.0.0.0/0 ports any -> 443');
  });

  it('does not matter where another rule decides', () => {
    const passage = accepts(
      { ...HTTPS, peers: [X] },
      { ...HTTPS, name: 'all', peers: ['10.0.0.0/8'] },
    );

    expect(passage.passes(packet)).toEqual({ value: true });
    expect(passage.missing).toEqual([]);
  });

  it.each<[string, Partial<SecurityGroupRule>, Packet, boolean | 'unknown']>([
    ['a protocol', { protocol: { unknown: 'f' } }, { ...packet, protocol: 50 }, 'unknown'],
    ['a first port', { fromPort: { unknown: 'f' } }, { ...packet, destinationPort: 22 }, 'unknown'],
    ['a first port', { fromPort: { unknown: 'f' } }, { ...packet, destinationPort: 444 }, false],
    ['a last port', { toPort: { unknown: 'f' } }, { ...packet, destinationPort: 444 }, 'unknown'],
    ['a last port', { toPort: { unknown: 'f' } }, { ...packet, destinationPort: 442 }, false],
    [
      'an ICMP code',
      { protocol: 'icmp', fromPort: 3, toPort: { unknown: 'f' } },
      { ...packet, protocol: 1, icmpType: 3, icmpCode: 4 },
      'unknown',
    ],
    [
      'a list',
      { peers: [{ name: 'pl', addresses: { unknown: 'f' } }] },
      { ...packet, source: '192.0.2.1' },
      'unknown',
    ],
  ])('may be any %s, %#', (_, rule, each, expected) => {
    const passage = accepts({ ...HTTPS, peers: ['0.0.0.0/0'], ...rule });

    expect(passage.passes(each).value).toBe(expected);
    expect(passage.missing).toEqual(['f']);
  });

  it('names the rules that may decide', () => {
    const groups = [
      {
        ingress: [
          { ...HTTPS, name: 'a', peers: [X] },
          { ...HTTPS, name: 'b', peers: [{ unknown: 'y' }] },
          { ...HTTPS, name: 'c', peers: ['192.0.2.0/24'] },
        ],
        egress: [],
      },
    ];

    expect(decideBySecurityGroups(groups, 'ingress', packet)).toEqual({
      passes: { value: 'unknown', missing: ['x', 'y'] },
      rules: ['a', 'b'],
    });
  });

  it('leaves out rules that may allow what another surely does', () => {
    const ingress = [
      { ...HTTPS, name: 'a', peers: [X] },
      { ...HTTPS, name: 'b', peers: ['10.0.0.0/8'] },
    ];

    expect(decideBySecurityGroups([{ ingress, egress: [] }], 'ingress', packet).rules).toEqual([
      'b',
    ]);
  });

  const acl = (first: 'allow' | 'deny', then: 'allow' | 'deny'): NetworkAcl => ({
    ingress: [
      { ...HTTPS, name: 'first', ruleNumber: 1, action: first, range: X },
      { ...HTTPS, name: 'then', ruleNumber: 2, action: then, range: '0.0.0.0/0' },
    ],
    egress: [],
  });

  it.each([
    ['allow', 'allow', true],
    ['allow', 'deny', 'unknown'],
    ['deny', 'allow', 'unknown'],
    ['deny', 'deny', false],
  ] as const)('matters for an ACL as the next entry differs: %s, %s', (first, then, expected) => {
    const { passes, rules } = decideByNetworkAcl(acl(first, then), 'ingress', packet);

    expect(passes.value).toBe(expected);
    expect(rules).toEqual(['first', 'then']);
    expect(networkAclPasses(acl(first, then), 'ingress').missing).toEqual(
      expected === 'unknown' ? ['x'] : [],
    );
  });

  it('matters for a route within its range', () => {
    const routes = [
      { name: 'local', destination: '10.0.0.0/16', target: 'local' },
      { name: 'middlebox', destination: X, target: 'eni-1' },
    ];
    const names = (address: string) => decideRoute(routes, address).routes.map((r) => r?.name);

    expect(names('10.0.1.7')).toEqual(['local', 'middlebox']);
    expect(decideRoute(routes, '10.0.1.7').decided).toEqual({ value: 'unknown', missing: ['x'] });
    expect(names('10.0.2.7')).toEqual(['local']);
  });
});

describe('betweenSubnets', () => {
  const open = {
    ...HTTPS,
    protocol: '-1',
    ruleNumber: 1,
    action: 'allow',
    range: '0.0.0.0/0',
  } as const;
  const OPEN: NetworkAcl = { ingress: [open], egress: [open] };
  const replies = { ...open, protocol: 'tcp', fromPort: 1024, toPort: 65_535 } as const;
  const SERVER: NetworkAcl = { ingress: [open], egress: [replies] };
  const client = { id: 'a', acl: OPEN };
  const ping = { ...packet, protocol: 'icmp', icmpType: 8, icmpCode: 0 } as const;

  it('needs the reply to come back to the port it came from', () => {
    const passage = betweenSubnets(client, { id: 'b', acl: SERVER });

    expect(passage.passes(packet).value).toBe(true);
    expect(passage.passes({ ...packet, sourcePort: 1023 }).value).toBe(false);
    expect(passage.passes(ping).value).toBe(false);
    expect(passage.passes({ ...ping, icmpType: 3 }).value).toBe(true);
  });

  it('needs both ways of both subnets', () => {
    const closed: NetworkAcl = { ingress: [], egress: [] };
    for (const way of ['ingress', 'egress'] as const) {
      const half = { id: 'b', acl: { ...OPEN, [way]: closed[way] } };

      expect(betweenSubnets(client, half).passes(packet).value).toBe(false);
      expect(betweenSubnets(half, client).passes(packet).value).toBe(false);
    }
  });

  it('brings an echo back, of either version', () => {
    const passage = betweenSubnets(client, undefined);
    const six = { ...open, range: '::/0' } as const;
    const v6 = { id: 'c', acl: { ingress: [six], egress: [six] } };
    const ping6 = { source: '::1', destination: '::2', protocol: 58, icmpType: 128, icmpCode: 0 };

    expect(passage.passes(ping).value).toBe(true);
    expect(betweenSubnets(v6, undefined).passes(ping6).value).toBe(true);
    expect(passage.passes(ping6).value).toBe(false);
  });

  it('names facts of the reply only where there is one', () => {
    const request = { ...open, range: { unknown: 'request' } };
    const reply = { ...open, range: { unknown: 'reply' } };
    const passage = betweenSubnets(client, {
      id: 'b',
      acl: { ingress: [request], egress: [reply] },
    });
    const missing = (each: Packet) => missingFacts(passage.passes(each));

    expect(missing(packet)).toEqual(['reply', 'request']);
    expect(missing({ ...ping, icmpType: 3 })).toEqual(['request']);
  });

  it('leaves replies to ICMP that has none out of account', () => {
    const noReplies = betweenSubnets(client, { id: 'b', acl: { ...OPEN, egress: [] } });

    expect(noReplies.passes({ ...ping, icmpType: 3 }).value).toBe(true);
    expect(noReplies.passes(ping).value).toBe(false);
  });

  it.each([
    ['an echo reply to the client', 0, '10.0.1.0/24', true],
    ['an echo reply to others', 0, '10.0.2.0/24', false],
    ['an echo request', 8, '10.0.1.0/24', false],
  ])('answers an echo by letting back %s', (_, icmpType, range, expected) => {
    const back = { ...open, protocol: 'icmp', icmpType, icmpCode: -1, range } as const;
    const server = { id: 'b', acl: { ...OPEN, egress: [back] } };

    expect(betweenSubnets(client, server).passes(ping).value).toBe(expected);
  });

  it('filters nothing within a subnet', () => {
    const subnet = { id: 'a', acl: { ingress: [], egress: [] } };

    expect(betweenSubnets(subnet, subnet).passes(packet).value).toBe(true);
    expect(betweenSubnets(subnet, { ...subnet, id: 'b' }).perhaps.isEmpty).toBe(true);
  });
});

describe('PacketFilterError', () => {
  const entry = { ...HTTPS, ruleNumber: 1, action: 'allow', range: '0.0.0.0/0' } as const;
  const acl = (...ingress: NetworkAcl['ingress']) =>
    networkAclPasses({ ingress, egress: [] }, 'ingress');

  it.each<[string, () => unknown]>([
    ["https: 'tpc' is no protocol", () => accepts({ ...HTTPS, protocol: 'tpc', peers: [] })],
    ["https: port 'undefined' is none", () => accepts({ ...HTTPS, toPort: undefined, peers: [] })],
    ['https: the ports 443 to 80 are none', () => accepts({ ...HTTPS, toPort: 80, peers: [] })],
    [
      'https: ICMP code 4 of every type is none',
      () => accepts({ ...HTTPS, protocol: 'icmp', fromPort: -1, toPort: 4, peers: [] }),
    ],
    [
      "https: ICMP type '443' is none: use -1 to 255",
      () => accepts({ ...HTTPS, protocol: 'icmp', peers: [] }),
    ],
    [
      "https: ICMP type 'undefined' is none",
      () => acl({ ...entry, protocol: '58', range: '::/0' }),
    ],
    ["https: '10.0.0' is neither", () => accepts({ ...HTTPS, peers: ['10.0.0'] })],
    ["https: 'all' is neither", () => acl({ ...entry, range: 'all' })],
    [
      "default: 'any' is neither an address nor a range",
      () => decideRoute([{ name: 'default', destination: 'any', target: 'igw-1' }], '10.0.0.1'),
    ],
    ["https: rule number '0' is none", () => acl({ ...entry, ruleNumber: 0 })],
    ['again: https has rule number 1, too', () => acl(entry, { ...entry, name: 'again' })],
  ])('says %s', (message, make) => {
    expect(make).toThrow(PacketFilterError);
    expect(make).toThrow(message);
  });
});
