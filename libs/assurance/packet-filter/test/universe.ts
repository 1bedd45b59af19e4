import * as fc from 'fast-check';
import type { Packet } from '@culvert/packet-set';
import type {
  Address,
  AddressList,
  NetworkAclEntry,
  SecurityGroup,
  SecurityGroupRule,
} from '../src/index';

export const ADDRESSES = ['10.0.0.1', '10.0.1.1', '192.0.2.1', '2001:db8::1'];
export const RANGES = ['10.0.0.0/24', '10.0.0.0/16', '10.0.1.1', '0.0.0.0/0', '::/0'];
const isOld = (address: string) => !address.includes(':');

/** Every packet of the universe. */
export const PACKETS: readonly Packet[] = ADDRESSES.flatMap((source) =>
  ADDRESSES.filter((each) => isOld(each) === isOld(source)).flatMap((destination) => [
    ...[0, 22, 443, 40_000].map((port) => ({
      source,
      destination,
      protocol: 'tcp' as const,
      sourcePort: port === 443 ? 40_000 : 443,
      destinationPort: port,
    })),
    ...[0, 8].map((icmpType) => ({
      source,
      destination,
      protocol: 'icmp' as const,
      icmpType,
      icmpCode: 0,
    })),
  ]),
);

/** What an unknown value may turn out to be. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  x: ['10.0.0.1', '10.0.0.2'],
  y: ['10.0.1.1', '192.0.2.1'],
};
const unknowns = Object.entries(VALUES).map(([unknown, within]) => ({ unknown, within }));

const traffic = fc.constantFrom(
  { protocol: '-1' },
  { protocol: 'tcp', fromPort: 443, toPort: 443 },
  { protocol: 'tcp', fromPort: 0, toPort: 1023 },
  { protocol: 'tcp', fromPort: 32_768, toPort: 65_535 },
  { protocol: 'icmp', fromPort: 8, toPort: -1, icmpType: 8, icmpCode: -1 },
  { protocol: 'icmp', fromPort: -1, toPort: -1, icmpType: -1, icmpCode: -1 },
);

export const known = fc.constantFrom<Address>(...RANGES);
export const anyAddress = fc.oneof(known, fc.constantFrom<Address>(...unknowns));

export function rulesOf(address: fc.Arbitrary<Address>): fc.Arbitrary<SecurityGroupRule[]> {
  const list = fc.array(address, { maxLength: 2 }).map((addresses) => ({ name: 'pl', addresses }));
  const peers = fc.array(fc.oneof<fc.Arbitrary<Address | AddressList>[]>(address, list), {
    maxLength: 2,
  });
  const rule = fc
    .tuple(traffic, peers)
    .map(([each, all]): SecurityGroupRule => ({ ...each, name: 'rule', peers: all }));
  return fc.array(rule, { maxLength: 3 });
}

export function groupsOf(address: fc.Arbitrary<Address>): fc.Arbitrary<SecurityGroup[]> {
  return fc.array(fc.record({ ingress: rulesOf(address), egress: rulesOf(address) }), {
    maxLength: 2,
  });
}

export function entriesOf(address: fc.Arbitrary<Address>): fc.Arbitrary<NetworkAclEntry[]> {
  const entry = fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('allow', 'deny'), traffic, address)
    .map(([ruleNumber, action, each, range]): NetworkAclEntry => ({
      ...each,
      name: `entry ${ruleNumber}`,
      ruleNumber,
      action: action === 'allow' ? 'allow' : 'deny',
      range,
    }));
  return fc.uniqueArray(entry, { maxLength: 5, selector: ({ ruleNumber }) => ruleNumber });
}

/** The value with each unknown in it as one of its values, in every combination. */
export function valuations<T>(value: T): readonly T[] {
  return (VALUES['x'] ?? []).flatMap((x) =>
    (VALUES['y'] ?? []).map((y) => substitute(value, { x, y })),
  );
}

function substitute<T>(value: T, values: Readonly<Record<string, string>>): T {
  return JSON.parse(JSON.stringify(value), (_, each: { unknown?: string } | null) =>
    each?.unknown === undefined ? each : values[each.unknown],
  ) as T;
}
