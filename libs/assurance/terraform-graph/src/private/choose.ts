import { childOf, type Json } from '../json';
import type { Text } from '../value';
import type { Identifier } from './identifier';
import type { Path } from './path';
import type { Targets } from './targets';

/** Where a value stands among those of its list that are not known. */
export interface Siblings {
  readonly rank: number;
  readonly count: number;
}

/** Which of the values of a list that are not known this one is, and of how many; none for no list. */
export function siblings(unknown: Json, path: Path): Siblings | undefined {
  const position = path.at(-1);
  const flags = path.slice(0, -1).reduce<Json | undefined>(childOf, unknown);
  if (typeof position !== 'number' || !Array.isArray(flags)) return undefined;
  const rank = flags.slice(0, position).filter((flag) => flag === true).length;
  return { rank, count: flags.filter((flag) => flag === true).length };
}

/**
 * The values that surely stand there, by this order: the only one; one for each member of a list;
 * all of a collection, when nothing chooses between them and no other collection shares them.
 */
export function choose(
  texts: readonly Text[],
  { certain, mixed }: Targets,
  identifier: Identifier,
  collection: boolean,
  shared: number,
  list: Siblings | undefined,
): readonly Text[] | undefined {
  if (texts.length === 0 || (identifier.alone === true && mixed)) return undefined;
  if (texts.length === 1) return texts;
  if (!certain) return undefined;
  if (list !== undefined) return list.count === texts.length ? texts.slice(list.rank) : undefined;
  return collection && shared === 1 ? texts : undefined;
}
