import { unionOf } from './algebra';
import { BranchBuilder, type Diagram, equal, isBranch, type Point } from './diagram';

/** Points of one dimension: a diagram of no more than one branch, whatever its level. */
export type Points = Diagram;

/** From the first of them to the last. */
export interface Interval {
  readonly from: Point;
  readonly to: Point;
}

/** The points from one to another, both included, of those from 0 up to `last`. */
export function interval({ from, to }: Interval, last: Point): Points {
  const builder = new BranchBuilder(0);
  if (from > 0) {
    builder.add(0, false);
  }
  builder.add(from, true);
  if (to < last) {
    builder.add(following(to), false);
  }
  return builder.build();
}

function following(point: Point): Point {
  return typeof point === 'bigint' ? point + 1n : point + 1;
}

function preceding(point: Point): Point {
  return typeof point === 'bigint' ? point - 1n : point - 1;
}

/** The points as intervals with a gap between each two. */
export function intervals(points: Points, last: Point): readonly Interval[] {
  const zero = typeof last === 'bigint' ? 0n : 0;
  if (!isBranch(points)) {
    return points ? [{ from: zero, to: last }] : [];
  }
  const { cuts, children } = points;
  return children.flatMap((child, index) => {
    const next = cuts[index];
    return child === false
      ? []
      : { from: cuts[index - 1] ?? zero, to: next === undefined ? last : preceding(next) };
  });
}

/** What holds at these points of a level, and nothing elsewhere. */
export function onLevel(level: number, points: Points, child: Diagram): Diagram {
  if (!isBranch(points)) {
    return points && child;
  }
  const builder = new BranchBuilder(level);
  points.children.forEach((inside, index) =>
    builder.add(points.cuts[index - 1] ?? 0, inside !== false && child),
  );
  return builder.build();
}

/** The points of a level with what holds there, each thing that holds once. */
export function byChild(level: number, diagram: Diagram): readonly (readonly [Points, Diagram])[] {
  if (!isBranch(diagram) || diagram.level !== level) {
    return [[true, diagram]];
  }
  const children: Diagram[] = [];
  const seen = new Map<number, Diagram[]>();
  for (const child of diagram.children) {
    const hash = isBranch(child) ? child.hash : Number(child);
    const alike = seen.get(hash) ?? [];
    if (!alike.some((other) => equal(child, other))) {
      seen.set(hash, [...alike, child]);
      children.push(child);
    }
  }
  return children.map((child) => [where(diagram.cuts, diagram.children, child), child]);
}

/** The points of a level where anything at all holds. */
export function project(level: number, diagram: Diagram): Points {
  if (!isBranch(diagram) || diagram.level > level) {
    return diagram !== false;
  }
  if (diagram.level < level) {
    return unionOf(diagram.children.map((child) => project(level, child)));
  }
  return onLevel(0, diagram, true);
}

function where(cuts: readonly Point[], children: readonly Diagram[], wanted: Diagram): Points {
  const builder = new BranchBuilder(0);
  children.forEach((child, index) => builder.add(cuts[index - 1] ?? 0, equal(child, wanted)));
  return builder.build();
}
