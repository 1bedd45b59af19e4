import type { Unknown } from '../unknown';
import { intersects, isSubset } from './char-set';
import type { Item } from './item';

/** Whether the pattern takes the text whatever the values of the symbols in both. */
export function alwaysMatches(text: readonly Item[], pattern: readonly Item[]): boolean {
  return reachesEnd(text, pattern, (i, j, visit) => {
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
export function mayMatch(text: readonly Item[], pattern: readonly Item[]): boolean {
  return reachesEnd(text, pattern, (i, j, visit) => {
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
  text: readonly Item[],
  pattern: readonly Item[],
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

function beginAlike(item: Item, taker: Item): boolean {
  return (
    item.piece?.index === 0 &&
    taker.piece?.index === 0 &&
    item.piece.symbol.unknown === taker.piece.symbol.unknown
  );
}

function endOfSymbol(items: readonly Item[], start: number): number {
  return items.findIndex(({ piece }, at) => at >= start && piece?.last === true) + 1;
}

function isOneChar({ set, loop }: Item): boolean {
  return !loop && !set.negated && set.chars.size === 1;
}

/**
 * Whether both begin with two symbols that are never equal, up to the end or to a character that
 * neither symbol can hold: then nothing but the equality of the two could make them match.
 */
export function beginDistinct(text: readonly Item[], pattern: readonly Item[]): boolean {
  const one = leadingSymbol(text);
  const other = leadingSymbol(pattern);
  return (
    one !== undefined &&
    other !== undefined &&
    one.symbol.distinctAmong !== undefined &&
    one.symbol.distinctAmong === other.symbol.distinctAmong &&
    one.symbol.unknown !== other.symbol.unknown &&
    isSameEnd(one, other)
  );
}

interface Leading {
  readonly symbol: Unknown;
  readonly pieces: readonly Item[];
  readonly next: Item | undefined;
}

function leadingSymbol(items: readonly Item[]): Leading | undefined {
  const symbol = items[0]?.piece?.symbol;
  const end = endOfSymbol(items, 0);
  return symbol && { symbol, pieces: items.slice(0, end), next: items[end] };
}

function isSameEnd(one: Leading, other: Leading): boolean {
  if (one.next === undefined || other.next === undefined) {
    return one.next === other.next;
  }
  const { set } = one.next;
  return (
    isOneChar(one.next) &&
    isOneChar(other.next) &&
    isSubset(set, other.next.set) &&
    [...one.pieces, ...other.pieces].every((piece) => !intersects(piece.set, set))
  );
}

/** How many characters both begin with alike, outside symbols; `undefined` when they differ there. */
export function commonStart(text: readonly Item[], pattern: readonly Item[]): number | undefined {
  for (let at = 0; ; at += 1) {
    const item = text[at];
    const taker = pattern[at];
    if (!isPlainChar(item) || !isPlainChar(taker)) {
      return at;
    }
    if (!isSubset(item.set, taker.set)) {
      return undefined;
    }
  }
}

function isPlainChar(item: Item | undefined): item is Item {
  return item !== undefined && item.piece === undefined && isOneChar(item);
}
