/** IPv6 addresses are bigints; all else is a number, which is half as fast again. */
export type Point = number | bigint;

/**
 * A set of points in several dimensions: everything, nothing, or a branch on one dimension.
 * Branches come in the order of their levels, and none is without effect, so that a set has one
 * diagram only, however it was made.
 */
export type Diagram = boolean | Branch;

/** `children[i]` is what holds from `cuts[i - 1]`, or from the beginning, up to `cuts[i]`. */
export interface Branch {
  readonly level: number;
  readonly cuts: readonly Point[];
  readonly children: readonly Diagram[];
  readonly hash: number;
}

export function isBranch(diagram: Diagram): diagram is Branch {
  return typeof diagram !== 'boolean';
}

export function equal(one: Diagram, other: Diagram): boolean {
  if (one === other || !isBranch(one) || !isBranch(other)) {
    return one === other;
  }
  return (
    one.hash === other.hash &&
    one.level === other.level &&
    one.cuts.length === other.cuts.length &&
    one.cuts.every((cut, index) => cut === other.cuts[index]) &&
    one.children.every((child, index) => equal(child, other.children[index] ?? false))
  );
}

/** Collects the children of a branch from the lowest point up. */
export class BranchBuilder {
  readonly #cuts: Point[] = [];
  readonly #children: Diagram[] = [];

  public constructor(private readonly level: number) {}

  /** What holds from a point on; the first starts at the beginning, wherever it says. */
  public add(from: Point, child: Diagram): void {
    const last = this.#children.at(-1);
    if (last !== undefined && equal(last, child)) {
      return;
    }
    if (last !== undefined) {
      this.#cuts.push(from);
    }
    this.#children.push(child);
  }

  public build(): Diagram {
    const { level } = this;
    const [first = false] = this.#children;
    if (this.#children.length <= 1) {
      return first;
    }
    const hash = this.#children.reduce(
      (sum, child, index) => mix(mix(sum, hashOf(child)), hashOfPoint(this.#cuts[index] ?? 0)),
      level,
    );
    return { level, cuts: this.#cuts, children: this.#children, hash };
  }
}

function mix(one: number, other: number): number {
  return Math.imul(one ^ other, 0x9e3779b1) ^ (one >>> 15);
}

function hashOf(child: Diagram): number {
  return isBranch(child) ? child.hash : Number(child);
}

function hashOfPoint(point: Point): number {
  return typeof point === 'number'
    ? point | 0
    : Number(BigInt.asIntN(32, point ^ (point >> 32n) ^ (point >> 64n) ^ (point >> 96n)));
}
