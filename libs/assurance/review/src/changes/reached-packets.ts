import { PacketSet, type Range } from '@culvert/packet-set';
import type { Exposure } from '@culvert/report';
import { formatTraffic, parseTraffic } from '../verdicts/traffic';

/** The packets by which one reaches another. */
export interface Reached {
  readonly surely: PacketSet;
  /** Those that surely do among them. */
  readonly perhaps: PacketSet;
}

export const NOTHING: Reached = { surely: PacketSet.NONE, perhaps: PacketSet.NONE };

/** By pairs of who and what; see {@link pairOf}. */
export function reachedPackets(exposures: readonly Exposure[]): ReadonlyMap<string, Reached> {
  const pairs = new Map<string, Reached>();
  for (const exposure of exposures) {
    const { surely, perhaps } = pairs.get(pairOf(exposure)) ?? NOTHING;
    const packets = packetsOf(exposure.traffic);
    pairs.set(pairOf(exposure), {
      surely: exposure.passes === 'yes' ? surely.union(packets) : surely,
      perhaps: perhaps.union(packets),
    });
  }
  return pairs;
}

/** Who and what, in one text that sorts. */
export function pairOf({ from, to }: Pick<Exposure, 'from' | 'to'>): string {
  return JSON.stringify([from, to]);
}

/** The packets for people: `tcp 443, 8000-8999`. */
export function formatPackets(packets: PacketSet): string {
  const texts = packets.boxes().flatMap(({ protocols = [], destinationPorts: ports }) =>
    protocols.map((range) => {
      const protocol = typeof range === 'object' ? range.from : range;
      return formatTraffic({ protocol, ...(ports === undefined ? {} : { ports }) });
    }),
  );
  return [...new Set(texts)].join(', ');
}

function packetsOf(text: string): PacketSet {
  const { protocol, ports } = parseTraffic(text);
  const destinationPorts: { destinationPorts?: readonly (number | Range)[] } =
    ports === undefined ? {} : { destinationPorts: ports };
  return PacketSet.of({ protocols: [protocol], ...destinationPorts });
}
