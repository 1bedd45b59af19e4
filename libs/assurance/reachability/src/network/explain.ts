import type { Passage } from '@culvert/packet-filter';
import type { Packet, PacketSet } from '@culvert/packet-set';
import type { Truth } from '@culvert/symbolic';
import type { Hop } from '../hop';
import type { Tell } from './step';
import type { Trip } from './trips';

interface Told {
  readonly hops: readonly Hop[];
  /** What it came by before something blocked it. */
  readonly far: number;
  readonly outcome: number;
}

const OUTCOMES = { blocks: 0, unknown: 1, passes: 2 } as const;

/** The hops of the trip on which the packet comes farthest, best where nothing is in doubt. */
export function explain(all: readonly Trip[], packet: Packet | undefined): readonly Hop[] {
  if (packet === undefined) return [];
  let best: Told = { hops: [], far: -1, outcome: OUTCOMES.blocks };
  for (const trip of all) {
    for (const chain of trip.chains()) {
      const told = tell(chain, packet);
      if (told.outcome > best.outcome || (told.outcome === best.outcome && told.far > best.far)) {
        best = told;
      }
    }
  }
  return best.hops.filter(({ detail }) => detail !== '');
}

function tell(chain: readonly Tell[], packet: Packet): Told {
  const hops: Hop[] = [];
  for (const [far, next] of chain.entries()) {
    const hop = next(packet);
    if (hop === undefined) continue;
    hops.push(hop);
    if (hop.effect === 'blocks') return { hops, far, outcome: OUTCOMES.blocks };
  }
  const unknown = hops.some(({ effect }) => effect === 'unknown');
  return { hops, far: chain.length, outcome: unknown ? OUTCOMES.unknown : OUTCOMES.passes };
}

/** A packet that shows why it passes, or does not, or is not known to. */
export function exampleOf(
  needed: PacketSet,
  passes: Truth,
  { surely, perhaps }: Passage,
): Packet | undefined {
  const doubtful = needed.intersection(perhaps).difference(surely);
  const candidates = {
    true: [needed.intersection(surely)],
    false: [needed.difference(perhaps), doubtful],
    unknown: [doubtful, needed.difference(surely)],
  }[`${passes.value}`];
  for (const candidate of [...candidates, needed]) {
    const example = candidate.witness();
    if (example !== undefined) return example;
  }
  return undefined;
}

/** What blocks only some, where it is not known which it will be, is not known to block. */
export function inDoubt(passes: Truth, hops: readonly Hop[]): readonly Hop[] {
  const last = hops.at(-1);
  if (passes.value !== 'unknown' || last?.effect !== 'blocks') return hops;
  const detail = `${last.detail}; not known: ${passes.missing.join(', ')}`;
  return [...hops.slice(0, -1), { ...last, effect: 'unknown', detail }];
}
