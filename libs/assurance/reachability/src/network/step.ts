import type { Component } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { type Packet, PacketSet } from '@culvert/packet-set';
import { missingFacts, type Truth } from '@culvert/symbolic';
import type { Hop, HopKind } from '../hop';

/** One component that packets come by: what it lets pass, and what it does with one packet. */
export interface Step {
  readonly passes: Passage;
  /** Undefined where there is no such packet; without words where the next step says it all. */
  readonly hop: (packet: Packet) => Hop | undefined;
}

/** What a component does with a packet. */
export type Tell = Step['hop'];

/** What decides, for the hop. */
export interface Decider {
  readonly kind: HopKind;
  readonly component: Pick<Component, 'name' | 'account'>;
  /** The id of the VPC that it is in. */
  readonly vpc?: string;
}

/** What it says of one packet. */
export interface Saying {
  readonly detail: string;
  readonly rule?: string;
  /** The component that decides, when it is one of several. */
  readonly component?: string;
}

export function step(
  { kind, component, vpc }: Decider,
  passes: Passage,
  says: (packet: Packet, effect: Hop['effect']) => Saying,
): Step {
  return {
    passes,
    hop: (packet) => {
      const truth = passes.passes(packet);
      const effect = EFFECTS[`${truth.value}`];
      const { detail, rule, component: name = component.name } = says(packet, effect);
      const facts = missingFacts(truth);
      return {
        kind,
        component: name,
        ...(rule === undefined ? {} : { rule }),
        effect,
        detail:
          facts.length === 0 || detail === ''
            ? detail
            : `${detail}; not known: ${facts.join(', ')}`,
        account: component.account,
        ...(vpc === undefined ? {} : { vpc }),
      };
    },
  };
}

const EFFECTS = { true: 'passes', false: 'blocks', unknown: 'unknown' } as const;

/** Says the same of every packet, by whether it holds. */
export function factStep(
  decider: Decider,
  holds: Truth,
  words: { readonly [Effect in Hop['effect']]?: string } & { readonly unknown: string },
  rule?: string,
): Step {
  return step(decider, passageOf(holds), (_, effect) => ({
    detail: words[effect] ?? words.unknown,
    ...(rule === undefined ? {} : { rule }),
  }));
}

/** Nothing comes by it. */
export function blockingStep(
  decider: Decider,
  saying: Saying | ((packet: Packet) => Saying),
): Step {
  return step(decider, Passage.NONE, typeof saying === 'function' ? saying : () => saying);
}

/** What it does is not known, for want of these facts. */
export function unknownStep(decider: Decider, detail: string, ...missing: readonly string[]): Step {
  return step(decider, perhapsAll(missing), () => ({ detail }));
}

/** All or nothing, or it cannot be said. */
export function passageOf(holds: Truth): Passage {
  if (holds.value === 'unknown') {
    return perhapsAll(holds.missing);
  }
  return holds.value ? Passage.ALL : Passage.NONE;
}

/** Everything, perhaps. */
export function perhapsAll(missing: readonly string[]): Passage {
  return new Passage(PacketSet.NONE, PacketSet.ALL, [{ packets: PacketSet.ALL, missing }]);
}

/** What passes all the steps. */
export function passing(steps: readonly Step[]): Passage {
  return steps.reduce((passes, each) => passes.intersection(each.passes), Passage.ALL);
}
