import type { Range } from '../packet';
import { PacketSetError } from '../packet-set-error';
import { unionOf } from './algebra';
import { interval, intervals, type Points } from './points';

export type Numbers = readonly (number | Range)[];

/** @throws {@link PacketSetError} when a number is beyond the last, or a range is upside down */
export function pointsOf(what: string, numbers: Numbers, last: number): Points {
  return unionOf(
    numbers.map((each) => {
      const { from, to } = typeof each === 'number' ? { from: each, to: each } : each;
      const valid = [from, to].every(Number.isInteger) && from >= 0 && from <= to && to <= last;
      if (!valid) {
        const seen = from === to ? String(from) : `${from}-${to}`;
        throw new PacketSetError(
          `${what} '${seen}' is none: use 0 to ${last}, the lower one first`,
        );
      }
      return interval({ from, to }, last);
    }),
  );
}

/** The numbers as ranges; undefined when they are all there are. */
export function rangesOf(points: Points, last: number): readonly Range[] | undefined {
  return points === true
    ? undefined
    : intervals(points, last).map(({ from, to }) => ({ from: Number(from), to: Number(to) }));
}
