import type { Unknown } from '../unknown';
import { intersects, isSubset } from './char-set';
import type { Item } from './item';

/** Whether the pattern takes the text whatever the values of the symbols in both. */
export function alwaysMatches(text: readonly Item[], pattern: readonly Item[]): boolean {
  let states = new Set(closure(pattern, [0]));
  for (const item of text) {
    const next = [...states].flatMap((at) => {
      const taker = pattern[at];
      if (taker === undefined || !alwaysTakes(taker, item)) {
        return [];
      }
      return [taker.loop && taker.piece === undefined ? at : at + 1];
    });
    states = new Set(closure(pattern, next));
  }
  return states.has(pattern.length);
}

/** The states, and those reached from them by leaving wildcards that take any number. */
function closure(pattern: readonly Item[], states: readonly number[]): number[] {
  return states.flatMap((state) => {
    let end = state;
    while (pattern[end]?.loop === true && pattern[end]?.piece === undefined) {
      end += 1;
    }
    return Array.from({ length: end - state + 1 }, (_, index) => state + index);
  });
}

function alwaysTakes(taker: Item, item: Item): boolean {
  if (taker.piece !== undefined) {
    const same =
      item.piece?.symbol.unknown === taker.piece.symbol.unknown &&
      item.piece.index === taker.piece.index;
    return same || (isOneChar(taker) && isOneChar(item) && isSubset(item.set, taker.set));
  }
  return (taker.loop || !item.loop) && isSubset(item.set, taker.set);
}

function isOneChar({ set, loop }: Item): boolean {
  return !loop && !set.negated && set.chars.size === 1;
}

/**
 * Whether the pattern takes the text for some values of the symbols in both. Each occurrence of a
 * symbol is taken as a value of its own, so `true` means "perhaps".
 */
export function mayMatch(text: readonly Item[], pattern: readonly Item[]): boolean {
  const width = pattern.length + 1;
  const seen = new Set<number>();
  const open: [number, number][] = [];
  const visit = (i: number, j: number) => {
    if (!seen.has(i * width + j)) {
      seen.add(i * width + j);
      open.push([i, j]);
    }
  };
  visit(0, 0);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [i, j] = state;
    const item = text[i];
    const taker = pattern[j];
    if (item === undefined && taker === undefined) {
      return true;
    }
    if (item?.loop === true) {
      visit(i + 1, j);
    }
    if (taker?.loop === true) {
      visit(i, j + 1);
    }
    if (item !== undefined && taker !== undefined && intersects(item.set, taker.set)) {
      visit(item.loop ? i : i + 1, taker.loop ? j : j + 1);
    }
  }
  return false;
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
  const end = items.findIndex(({ piece }) => piece?.last === true) + 1;
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
