import { intersects, isSubset } from './char-set';
import type { Rest } from './beginning';
import { beginAlike, endOfSymbol, isOneChar } from './item';

/** Whether the pattern takes the text whatever the values of the symbols in both. */
export function alwaysMatches(rest: Rest): boolean {
  const { text, pattern } = rest;
  return reachesEnd(rest, (i, j, visit) => {
    const item = text[i];
    const taker = pattern[j];
    if (taker === undefined) {
      return;
    }
    const isWildcard = taker.piece === undefined;
    if (isWildcard && taker.loop) {
      visit(i, j + 1);
    }
    if (item === undefined) {
      return;
    }
    if (beginAlike(item, taker)) {
      visit(endOfSymbol(text, i), endOfSymbol(pattern, j));
    }
    if ((isWildcard || isOneChar(taker)) && isSubset(item.set, taker.set)) {
      if (taker.loop || !item.loop) {
        visit(i + 1, taker.loop ? j : j + 1);
      }
    }
  });
}

/**
 * Whether the pattern takes the text for some values of the symbols in both. Each occurrence of a
 * symbol is taken as a value of its own, so `true` means "perhaps".
 */
export function mayMatch(rest: Rest): boolean {
  const { text, pattern } = rest;
  return reachesEnd(rest, (i, j, visit) => {
    const item = text[i];
    const taker = pattern[j];
    if (item?.loop === true) {
      visit(i + 1, j);
    }
    if (taker?.loop === true) {
      visit(i, j + 1);
    }
    if (item !== undefined && taker !== undefined && intersects(item.set, taker.set)) {
      visit(item.loop ? i : i + 1, taker.loop ? j : j + 1);
    }
  });
}

type Visit = (i: number, j: number) => void;

/** Whether steps lead from the start of both to the end of both. */
function reachesEnd(
  { text, pattern }: Rest,
  step: (i: number, j: number, visit: Visit) => void,
): boolean {
  const width = pattern.length + 1;
  const end = text.length * width + pattern.length;
  const seen = new Set<number>([0]);
  const open = [0];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (state === end) {
      return true;
    }
    step(Math.floor(state / width), state % width, (i, j) => {
      const next = i * width + j;
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    });
  }
  return false;
}
