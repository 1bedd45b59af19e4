import * as fc from 'fast-check';
import { AddressSet, type Packet, type PacketBox, PacketSet, type Range } from '../src/index';

/** Few addresses, protocols and ports, at the edges of what there is and at those of the boxes. */
const IPV4 = ['0.0.0.0', '10.0.0.1', '10.0.0.2', '255.255.255.255'];
const IPV6 = ['::', '2001:db8::1'];
const RANGES = ['0.0.0.0/0', '10.0.0.0/24', '10.0.0.2/31', '10.0.0.1', '::/0', '2001:db8::/32'];
const NUMBERS = [0, 1, 255];

const pairs = <T>(values: readonly T[]) =>
  values.flatMap((one) => values.map((other) => [one, other] as const));

function endsOf(protocol: number): readonly Partial<Packet>[] {
  const ends = pairs(NUMBERS);
  if (protocol === 6) {
    return ends.map(([sourcePort, destinationPort]) => ({ sourcePort, destinationPort }));
  }
  return protocol === 1 ? ends.map(([icmpType, icmpCode]) => ({ icmpType, icmpCode })) : [{}];
}

/** Every packet of the universe. */
export const PACKETS: readonly Packet[] = [...pairs(IPV4), ...pairs(IPV6)].flatMap(
  ([source, destination]) =>
    [1, 6, 50].flatMap((protocol) =>
      endsOf(protocol).map((ends) => ({ source, destination, protocol, ...ends })),
    ),
);

const ranges: fc.Arbitrary<readonly Range[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
  { minLength: 1, maxLength: 2 },
);
const addresses = fc
  .array(fc.constantFrom(...RANGES), { minLength: 1, maxLength: 2 })
  .map((texts) => AddressSet.of(...texts));
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const ends = { sources: maybe(addresses), destinations: maybe(addresses) };

export const box: fc.Arbitrary<PacketBox> = fc.oneof(
  fc.record({
    ...ends,
    protocols: maybe(fc.constantFrom<PacketBox['protocols']>(['tcp', 'icmp'], [6, 50])),
  }),
  fc.record({
    ...ends,
    protocols: fc.constant(['tcp'] as const),
    sourcePorts: maybe(ranges),
    destinationPorts: maybe(ranges),
  }),
  fc.record({
    ...ends,
    protocols: fc.constant(['icmp'] as const),
    icmpTypes: maybe(ranges),
    icmpCodes: maybe(ranges),
  }),
);

export const boxes = fc.array(box, { maxLength: 4 });
export const packetSet = fc.oneof(
  boxes.map((each) => PacketSet.of(...each)),
  fc
    .tuple(boxes, boxes)
    .map(([one, other]) => PacketSet.of(...one).difference(PacketSet.of(...other))),
);
