import * as fc from 'fast-check';
import { inBox } from '../test/naive';
import { box, boxes, PACKETS, packetSet } from '../test/universe';
import { type Packet, PacketSet } from './index';

const members = (set: PacketSet) => PACKETS.filter((packet) => set.contains(packet));
const where = (holds: (packet: Packet) => boolean) => PACKETS.filter(holds);

function reverse({ source, destination, sourcePort, destinationPort, ...rest }: Packet): Packet {
  const ports = sourcePort === undefined ? {} : { sourcePort: destinationPort };
  return {
    ...rest,
    source: destination,
    destination: source,
    ...ports,
    ...(sourcePort === undefined ? {} : { destinationPort: sourcePort }),
  };
}

describe('PacketSet, held against every packet of a small universe', () => {
  it('has the packets of its boxes', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        expect(members(PacketSet.of(...all))).toEqual(
          where((packet) => all.some((each) => inBox(packet, each))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('has what union, intersection, difference and complement ask for', () => {
    fc.assert(
      fc.property(packetSet, packetSet, (one, other) => {
        expect(members(one.union(other))).toEqual(
          where((packet) => one.contains(packet) || other.contains(packet)),
        );
        expect(members(one.intersection(other))).toEqual(
          where((packet) => one.contains(packet) && other.contains(packet)),
        );
        expect(members(one.difference(other))).toEqual(
          where((packet) => one.contains(packet) && !other.contains(packet)),
        );
        expect(members(one.complement())).toEqual(where((packet) => !one.contains(packet)));
      }),
      { numRuns: 40 },
    );
  });

  it('goes the other way when reversed', () => {
    fc.assert(
      fc.property(packetSet, (set) => {
        expect(members(set.reversed())).toEqual(where((packet) => set.contains(reverse(packet))));
      }),
      { numRuns: 40 },
    );
  });

  it('writes boxes that share no packet and make up the set', () => {
    fc.assert(
      fc.property(packetSet, (set) => {
        const written = set.boxes();

        expect(PacketSet.of(...written).equals(set)).toBe(true);
        for (const packet of PACKETS) {
          const times = written.filter((each) => inBox(packet, each)).length;

          expect(times).toBe(set.contains(packet) ? 1 : 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the sources and destinations of its packets', () => {
    fc.assert(
      fc.property(packetSet, (set) => {
        for (const { source, destination } of members(set)) {
          expect(set.sources().contains(source)).toBe(true);
          expect(set.destinations().contains(destination)).toBe(true);
        }
        const sources = PacketSet.of({ sources: set.sources() });
        const from = set.sources().witness();

        expect(set.isSubsetOf(sources)).toBe(true);
        expect(from === undefined).toBe(set.isEmpty);
      }),
      { numRuns: 40 },
    );
  });
});

describe('laws of PacketSet', () => {
  const { ALL, NONE } = PacketSet;
  const same = (one: PacketSet, other: PacketSet) => {
    expect(one.equals(other)).toBe(true);
    expect(one.toString()).toBe(other.toString());
  };

  it('is one form only, in whatever order it is made', () => {
    const orders = fc.array(box, { maxLength: 6 }).chain((all) => {
      const length = { minLength: all.length, maxLength: all.length };
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, length));
    });
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        const oneByOne = shuffled.reduce((set, each) => set.union(PacketSet.of(each)), NONE);

        same(PacketSet.of(...all), oneByOne);
      }),
    );
  });

  it('is a Boolean algebra', () => {
    fc.assert(
      fc.property(packetSet, packetSet, packetSet, (a, b, c) => {
        same(a.union(b), b.union(a));
        same(a.intersection(b), b.intersection(a));
        same(a.union(b).union(c), a.union(b.union(c)));
        same(a.intersection(b.union(c)), a.intersection(b).union(a.intersection(c)));
        same(a.union(b.intersection(c)), a.union(b).intersection(a.union(c)));
        same(a.union(b).complement(), a.complement().intersection(b.complement()));
        same(a.difference(b), a.intersection(b.complement()));
        same(a.complement().complement(), a);
        same(a.union(a.complement()), ALL);
        same(a.intersection(a.complement()), NONE);
        same(a.reversed().reversed(), a);
      }),
    );
  });

  it('has a witness if and only if it is not empty', () => {
    fc.assert(
      fc.property(packetSet, (set) => {
        const witness = set.witness();

        expect(witness === undefined).toBe(set.isEmpty);
        expect(witness === undefined || set.contains(witness)).toBe(true);
      }),
    );
  });

  it('is a subset as its differences say', () => {
    fc.assert(
      fc.property(packetSet, packetSet, (one, other) => {
        expect(one.isSubsetOf(one.union(other))).toBe(true);
        expect(one.isSubsetOf(other)).toBe(one.union(other).equals(other));
      }),
    );
  });
});
