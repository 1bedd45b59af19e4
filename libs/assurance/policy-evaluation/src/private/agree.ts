import { missingFacts, type Truth, unknownFor } from '@culvert/symbolic';

/** What all readings agree on; where AWS does not document which is right, the fact is missing. */
export function agree(fact: string, first: Truth, ...others: readonly Truth[]): Truth {
  const all = [first, ...others];
  return all.every((truth) => isSame(truth, first))
    ? first
    : unknownFor(fact, ...all.flatMap(missingFacts));
}

function isSame(one: Truth, other: Truth): boolean {
  return (
    one.value === other.value && missingFacts(one).join('\n') === missingFacts(other).join('\n')
  );
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
