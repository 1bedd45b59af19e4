import type { InternetGateway, NetworkInterface } from '@culvert/network-model';
import type { Passage } from '@culvert/packet-filter';
import { and, FALSE, TRUE, type Truth } from '@culvert/symbolic';
import { blockingStep, type Decider, passing, type Step, unknownStep } from './step';

/** Where a way ends. */
export type End =
  /** In the subnet that it is for. */
  | { readonly kind: 'arrived' }
  | { readonly kind: 'internet'; readonly gateway: InternetGateway }
  /** Behind an attachment or a VPN gateway. */
  | { readonly kind: 'on-prem'; readonly exit: string; readonly name: string }
  /** At what sends it on with an address of its own. */
  | {
      readonly kind: 'translated';
      readonly by: NetworkInterface;
      /** Whether it surely does. */
      readonly sure: boolean;
    }
  /** Where it is not known how it goes on. */
  | { readonly kind: 'anywhere' }
  /** Nowhere: the last step blocks. */
  | { readonly kind: 'lost' };

/** Whether the groups of one end can be named in rules of the other. */
export interface Naming {
  readonly ingress: Truth;
  readonly egress: Truth;
}

/** One way that packets go in one direction. */
export interface Way {
  readonly steps: readonly Step[];
  readonly end: End;
  readonly naming: Naming;
  /** Whether it does not leave the subnet at first. */
  readonly within?: boolean;
  /** Names of the firewalls and other appliances that it leads through, in order. */
  readonly middleboxes?: readonly string[];
  /** What it comes in by from on-prem: an attachment or a VPN gateway. */
  readonly entry?: { readonly through: string; readonly name: string };
}

export const NAMED: Naming = { ingress: TRUE, egress: TRUE };
export const UNNAMED: Naming = { ingress: FALSE, egress: FALSE };

export function lost(decider: Decider, saying: Parameters<typeof blockingStep>[1]): readonly Way[] {
  return [{ steps: [blockingStep(decider, saying)], end: { kind: 'lost' }, naming: UNNAMED }];
}

export function anywhere(
  decider: Decider,
  detail: string,
  ...missing: readonly string[]
): readonly Way[] {
  return [
    {
      steps: [unknownStep(decider, detail, ...missing)],
      end: { kind: 'anywhere' },
      naming: NAMED,
    },
  ];
}

/** The ways with these steps before them. */
export function after(
  steps: readonly Step[],
  ways: readonly Way[],
  naming: Naming = NAMED,
): readonly Way[] {
  return ways.map((way) => ({
    ...way,
    steps: [...steps, ...way.steps],
    within: false,
    naming: {
      ingress: and(naming.ingress, way.naming.ingress),
      egress: and(naming.egress, way.naming.egress),
    },
  }));
}

const passages = new WeakMap<Way, Passage>();

export function passageOfWay(way: Way): Passage {
  let passes = passages.get(way);
  if (passes === undefined) {
    passes = passing(way.steps);
    passages.set(way, passes);
  }
  return passes;
}
