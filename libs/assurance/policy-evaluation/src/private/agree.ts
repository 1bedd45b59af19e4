import { missingFacts, type Truth, unknownFor } from '@culvert/symbolic';

/** What all readings agree on; where AWS does not document which is right, the fact is missing. */
export function agree(fact: string, first: Truth, ...others: readonly Truth[]): Truth {
  return others.every(({ value }) => value === first.value)
    ? first
    : unknownFor(fact, ...[first, ...others].flatMap(missingFacts));
}

/** The one or the other; where it is unknown which, what both agree on. */
export function choose(condition: Truth, one: Truth, other: Truth): Truth {
  if (condition.value === 'unknown') {
    return one.value === other.value && one.value !== 'unknown'
      ? one
      : unknownFor(...[condition, one, other].flatMap(missingFacts));
  }
  return condition.value ? one : other;
}
