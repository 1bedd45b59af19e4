import { and, FALSE, or, TRUE, type Truth } from '@culvert/symbolic';
import type { Hop } from '../hop';
import { once } from './once';

type Hops = () => readonly Hop[];

/** What the network says of a connection; its hops are told when they are asked for. */
export interface Told {
  readonly passes: Truth;
  readonly leaks: Truth;
  readonly hops: readonly Hop[];
  /** @default - `hops` */
  readonly leakingHops?: readonly Hop[] | undefined;
}

/** What becomes of something on its way so far. */
export class Trail {
  /** Nothing has happened yet. */
  public static readonly START = new Trail(TRUE, TRUE, none, none);

  /** One component, and whether it lets it pass. */
  public static hop(hop: Omit<Hop, 'effect'>, passes: Truth = TRUE): Trail {
    const hops = [{ ...hop, effect: effectOf(passes) }];
    return new Trail(passes, passes, () => hops, passes.value === false ? none : () => hops);
  }

  public static blocked(hop: Omit<Hop, 'effect'>): Trail {
    return Trail.hop(hop, FALSE);
  }

  /** What nobody may rely on, and yet works for somebody who tries hard. */
  public static unreliable(hop: Omit<Hop, 'effect'>, passes: Truth): Trail {
    return new Trail(passes, TRUE, () => [{ ...hop, effect: effectOf(passes) }], none);
  }

  public static of(told: Told): Trail {
    const leaking = () => told.leakingHops ?? told.hops;
    return new Trail(
      told.passes,
      told.leaks,
      () => told.hops,
      told.leaks.value === false ? none : leaking,
    );
  }

  /** One after the other, until one blocks. */
  public static sequence(...trails: readonly Trail[]): Trail {
    return trails.reduce((trail, next) => trail.then(() => next), Trail.START);
  }

  /**
   * All of them must pass; any of them leaks. Told by all if they pass, else by the worst, and what leaks by
   * the best; undefined of none.
   */
  public static every(trails: readonly Trail[]): Trail | undefined {
    const order = inOrder(trails);
    const [best] = order;
    const worst = order.at(-1);
    if (best === undefined || worst === undefined) {
      return undefined;
    }
    const way =
      worst.passes.value === true && trails.length > 1
        ? new Trail(
            TRUE,
            TRUE,
            once(() => distinct(trails.flatMap(({ hops }) => hops))),
            none,
          )
        : worst;
    return together(trails, and, way, best);
  }

  /** One of them must pass: the best, of those that are blocked the one that came farthest. */
  public static best(trails: readonly Trail[]): Trail | undefined {
    const [best] = farthest(inOrder(trails));
    const leaking = trails.find(({ leaks }) => leaks.value === true) ?? best;
    return best && leaking && together(trails, or, best, leaking);
  }

  private constructor(
    public readonly passes: Truth,
    public readonly leaks: Truth,
    private readonly way: Hops,
    private readonly leak: Hops,
  ) {}

  /** Up to what blocks. */
  public get hops(): readonly Hop[] {
    return this.way();
  }

  /** Of what leaks. */
  public get leakingHops(): readonly Hop[] {
    return this.leak();
  }

  public get isBlocked(): boolean {
    return this.passes.value === false && this.leaks.value === false;
  }

  /** The higher the more it passes. */
  public get rank(): number {
    return valueOf(this.passes) * 3 + valueOf(this.leaks);
  }

  /** What comes after it, unless it is blocked. */
  public then(next: () => Trail): Trail {
    if (this.isBlocked) {
      return this;
    }
    const after = next();
    const leaks = and(this.leaks, after.leaks);
    return new Trail(
      and(this.passes, after.passes),
      leaks,
      this.passes.value === false ? this.way : once(() => [...this.hops, ...after.hops]),
      leaks.value === false ? none : once(() => [...this.leakingHops, ...after.leakingHops]),
    );
  }

  /** @internal */
  public static told(passes: Truth, leaks: Truth, way: Trail, leak: Trail): Trail {
    return new Trail(passes, leaks, way.way, leak.leak);
  }
}

function together(
  trails: readonly Trail[],
  combine: (...truths: Truth[]) => Truth,
  way: Trail,
  leak: Trail,
): Trail {
  const leaks = or(...trails.map((trail) => trail.leaks));
  return Trail.told(combine(...trails.map(({ passes }) => passes)), leaks, way, leak);
}

/** Those of several ways, each component and rule once. */
function distinct(hops: readonly Hop[]): readonly Hop[] {
  const keyOf = ({ kind, component, rule, reply }: Hop) =>
    JSON.stringify([kind, component, rule, reply === true]);
  const byKey = new Map<string, Hop>();
  for (const hop of hops) {
    const key = keyOf(hop);
    byKey.set(key, byKey.get(key) ?? hop);
  }
  return [...byKey.values()];
}

function none(): readonly Hop[] {
  return [];
}

function effectOf({ value }: Truth): Hop['effect'] {
  if (value === 'unknown') {
    return 'unknown';
  }
  return value ? 'passes' : 'blocks';
}

/** The best first. */
function inOrder(trails: readonly Trail[]): readonly Trail[] {
  return [...trails].sort((one, other) => other.rank - one.rank);
}

function valueOf({ value }: Truth): number {
  return value === 'unknown' ? 1 : Number(value) * 2;
}

/** When all are blocked, the one with most hops first. */
function farthest(trails: readonly Trail[]): readonly Trail[] {
  return trails.every(({ isBlocked }) => isBlocked)
    ? [...trails].sort((one, other) => other.hops.length - one.hops.length)
    : trails;
}
