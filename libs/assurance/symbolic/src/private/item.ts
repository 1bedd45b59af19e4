import { isUnknown, type Unknown } from '../unknown';
import { isWildcard, type Wildcard } from '../wildcard';
import { ANY, type CharSet, intersects, lowerCased, noneOf, oneOf } from './char-set';
import { shapeSteps } from './shape';
import type { Step } from './step';

const ANYTHING: Step = { set: ANY, loop: true };
const WILDCARDS = oneOf('*?');
const characters = new Map<string, CharSet>();

/** One character of a set or, as a loop, any number of them; perhaps a piece of a symbol. */
export interface Item extends Step {
  /** The symbol, which piece of it, and whether it is the last. */
  readonly piece?: { readonly symbol: Unknown; readonly index: number; readonly last: boolean };
}

export function textItems(parts: readonly (string | Unknown)[], ignoreCase: boolean): Item[] {
  return withCase(
    parts.flatMap((part) => (isUnknown(part) ? symbolItems(part) : literalItems(part))),
    ignoreCase,
  );
}

export function patternItems(
  parts: readonly (string | Unknown | Wildcard)[],
  ignoreCase: boolean,
): Item[] {
  return withCase(
    parts.flatMap((part) => {
      if (typeof part === 'string') {
        return literalItems(part);
      }
      return isWildcard(part) ? [wildcardItem(part)] : symbolItems(part);
    }),
    ignoreCase,
  );
}

function literalItems(text: string): Item[] {
  return [...text].map((char) => ({ set: character(char), loop: false }));
}

function character(char: string): CharSet {
  const set = characters.get(char) ?? oneOf([char]);
  characters.set(char, set);
  return set;
}

function wildcardItem({ wildcard, except }: Wildcard): Item {
  return { set: except === undefined ? ANY : noneOf(except), loop: wildcard === '*' };
}

function symbolItems(symbol: Unknown): Item[] {
  const items = stepsOf(symbol);
  return items.map(({ set, loop }, index) => ({
    set,
    loop,
    piece: { symbol, index, last: index === items.length - 1 },
  }));
}

function stepsOf({ shape }: Unknown): readonly Step[] {
  const steps = shape === undefined ? undefined : shapeSteps(shape);
  return steps === undefined || steps.length === 0 ? [ANYTHING] : steps;
}

/** Whether the value may hold `*` or `?`; one of a set of distinct ones is an id, and does not. */
export function isWild(symbol: Unknown): boolean {
  return (
    symbol.distinctAmong === undefined &&
    stepsOf(symbol).some(({ set }) => intersects(set, WILDCARDS))
  );
}

/** Whether both are the beginnings of one symbol. */
export function beginAlike(item: Item, taker: Item): boolean {
  return (
    item.piece?.index === 0 &&
    taker.piece?.index === 0 &&
    item.piece.symbol.unknown === taker.piece.symbol.unknown
  );
}

/** Where the items go on after the symbol that begins, or goes on, at the start. */
export function endOfSymbol(items: readonly Item[], start: number): number {
  return items.findIndex(({ piece }, at) => at >= start && piece?.last === true) + 1;
}

export function isOneChar({ set, loop }: Item): boolean {
  return !loop && !set.negated && set.chars.size === 1;
}

function withCase(items: Item[], ignoreCase: boolean): Item[] {
  return ignoreCase ? items.map((item) => ({ ...item, set: lowerCased(item.set) })) : items;
}
