import { AddressSet, type Packet, type PacketBox, PacketSet, PacketSetError } from './index';

const API = AddressSet.of('10.1.0.0/24');
const HTTPS: PacketBox = {
  sources: AddressSet.of('10.0.0.0/16'),
  destinations: API,
  protocols: ['tcp'],
  destinationPorts: [443],
};
const packet: Packet = {
  source: '10.0.3.4',
  destination: '10.1.0.9',
  protocol: 'tcp',
  sourcePort: 40_000,
  destinationPort: 443,
};

describe('PacketSet', () => {
  it.each<[string, Packet, boolean]>([
    ['its own', packet, true],
    ['its own, by number', { ...packet, protocol: 6 }, true],
    ['of another port', { ...packet, destinationPort: 444 }, false],
    ['of another protocol', { ...packet, protocol: 'udp' }, false],
    ['from elsewhere', { ...packet, source: '10.2.0.1' }, false],
    ['to elsewhere', { ...packet, destination: '10.1.1.0' }, false],
    ['of another version', { ...packet, source: '::1', destination: '::2' }, false],
  ])('contains a packet or not: %s', (_, each, expected) => {
    expect(PacketSet.of(HTTPS).contains(each)).toBe(expected);
  });

  it.each<[string, readonly PacketBox[], string]>([
    ['nothing', [], 'nothing'],
    ['everything', [{}], 'any 0.0.0.0/0 -> 0.0.0.0/0\nany ::/0 -> ::/0'],
    ['ports', [HTTPS], 'tcp 10.0.0.0/16 -> 10.1.0.0/24 ports any -> 443'],
    [
      'what is alike, once',
      [HTTPS, { ...HTTPS, destinationPorts: [{ from: 80, to: 90 }] }],
      'tcp 10.0.0.0/16 -> 10.1.0.0/24 ports any -> 80-90, 443',
    ],
    [
      'neighbours, as one',
      [HTTPS, { ...HTTPS, sources: AddressSet.of('10.1.0.0/16') }],
      'tcp 10.0.0.0/15 -> 10.1.0.0/24 ports any -> 443',
    ],
    [
      'protocols of the same ports, and types of ICMP apart',
      [
        { protocols: ['tcp', 17], sources: API, destinationPorts: [3] },
        { protocols: ['icmp'], sources: API, icmpCodes: [3] },
      ],
      'tcp, udp 10.1.0.0/24 -> 0.0.0.0/0 ports any -> 3\nicmp 10.1.0.0/24 -> 0.0.0.0/0 type any code 3',
    ],
    [
      'protocols without ports',
      [{ protocols: [{ from: 50, to: 51 }], destinations: AddressSet.of('2001:db8::/32') }],
      '50-51 ::/0 -> 2001:db8::/32',
    ],
    [
      'addresses of two versions',
      [{ sources: API, destinations: AddressSet.of('::1') }],
      'nothing',
    ],
  ])('writes %s', (_, all, expected) => {
    expect(PacketSet.of(...all).toString()).toBe(expected);
  });

  it('has the lowest packet for a witness', () => {
    expect(PacketSet.of(HTTPS).witness()).toEqual({
      source: '10.0.0.0',
      destination: '10.1.0.0',
      protocol: 6,
      sourcePort: 0,
      destinationPort: 443,
    });
    expect(
      PacketSet.of({ protocols: ['icmpv6'], destinations: AddressSet.of('2001:db8::5') }).witness(),
    ).toEqual({
      source: '::',
      destination: '2001:db8::5',
      protocol: 58,
      icmpType: 0,
      icmpCode: 0,
    });
    expect(PacketSet.NONE.witness()).toBeUndefined();
  });

  it('is JSON as its boxes are', () => {
    expect(JSON.parse(JSON.stringify(PacketSet.of(HTTPS)))).toEqual([
      {
        sources: ['10.0.0.0/16'],
        destinations: ['10.1.0.0/24'],
        protocols: [{ from: 6, to: 6 }],
        destinationPorts: [{ from: 443, to: 443 }],
      },
    ]);
  });

  it('is exact to the last address and port', () => {
    const most = PacketSet.of(HTTPS).complement();

    expect(most.contains(packet)).toBe(false);
    expect(most.contains({ ...packet, destinationPort: 442 })).toBe(true);
    expect(most.contains({ ...packet, source: '10.1.0.0' })).toBe(true);
    expect(most.union(PacketSet.of(HTTPS)).equals(PacketSet.ALL)).toBe(true);
  });

  it('stays small where boxes are alike', () => {
    const each = (index: number): PacketBox => ({
      ...HTTPS,
      sources: AddressSet.of(`10.${index >> 8}.${index & 255}.0/24`),
    });
    const set = PacketSet.of(...Array.from({ length: 4096 }, (_, index) => each(index)));

    expect(set.toString()).toBe('tcp 10.0.0.0/12 -> 10.1.0.0/24 ports any -> 443');
  });

  it.each<[string, () => unknown, string]>([
    ['a text', () => AddressSet.of('10.0.0'), "'10.0.0' is neither an address nor a range"],
    ['a zone', () => AddressSet.of('fe80::1%eth0'), "'fe80::1%eth0' is neither"],
    ['a protocol', () => PacketSet.of({ protocols: [256] }), "'256' is no protocol"],
    [
      'a range upside down',
      () => PacketSet.of({ protocols: ['tcp'], sourcePorts: [{ from: 2, to: 1 }] }),
      "port '2-1' is none: use 0 to 65535, the lower one first",
    ],
    [
      'an ICMP type',
      () => PacketSet.of({ protocols: ['icmp'], icmpTypes: [256] }),
      "ICMP type or code '256' is none",
    ],
    ['ports of all', () => PacketSet.of({ sourcePorts: [1] }), 'protocol 0 has no port'],
    [
      'ports of ICMP',
      () => PacketSet.of({ protocols: ['icmp'], sourcePorts: [1] }),
      'protocol icmp has no port: name only protocols that have',
    ],
    [
      'types of TCP',
      () => PacketSet.of({ protocols: ['tcp'], icmpTypes: [1] }),
      'protocol tcp has no ICMP type or code',
    ],
    ['two versions', () => PacketSet.ALL.contains({ ...packet, source: '::1' }), 'two versions'],
    ['a range', () => PacketSet.ALL.contains({ ...packet, source: '10.0.0.0/8' }), 'is a range'],
    [
      'a packet without port',
      () => PacketSet.ALL.contains({ ...packet, sourcePort: undefined }),
      "the source port of the packet is 'undefined'",
    ],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(PacketSetError);
    expect(make).toThrow(message);
  });
});
