import type { Unknown } from '../unknown';
import { intersects, isSubset } from './char-set';
import { beginAlike, endOfSymbol, isOneChar, isWild, type Item } from './item';

/** What is left of a text and a pattern. */
export interface Rest {
  readonly text: readonly Item[];
  readonly pattern: readonly Item[];
}

/** What follows all that both begin with alike; `undefined` when they then differ in a character. */
export function afterCommonStart({ text, pattern }: Rest): Rest | undefined {
  let i = 0;
  let j = 0;
  for (;;) {
    const item = text[i];
    const taker = pattern[j];
    if (isPlainChar(item) && isPlainChar(taker)) {
      if (!isSubset(item.set, taker.set)) {
        return undefined;
      }
      i += 1;
      j += 1;
    } else if (item && taker?.piece && beginAlike(item, taker) && !isWild(taker.piece.symbol)) {
      i = endOfSymbol(text, i);
      j = endOfSymbol(pattern, j);
    } else {
      return { text: text.slice(i), pattern: pattern.slice(j) };
    }
  }
}

function isPlainChar(item: Item | undefined): item is Item {
  return item !== undefined && item.piece === undefined && isOneChar(item);
}

/**
 * Whether both begin with two symbols that are never equal, up to the end or to a character that
 * neither symbol can hold: then nothing but the equality of the two could make them match.
 */
export function beginDistinct({ text, pattern }: Rest): boolean {
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
