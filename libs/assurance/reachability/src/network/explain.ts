import type { Packet } from '@culvert/packet-set';
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
