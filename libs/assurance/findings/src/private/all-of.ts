import { type Known, Missing } from './attribute';

/** Whether all are good: no when one is not, else for want of which facts it cannot be told. */
export function allOf(
  values: readonly Known[],
  isGood: (value: Known) => boolean,
): boolean | Missing {
  const facts = values.flatMap((value) => (value instanceof Missing ? value.facts : []));
  if (values.some((value) => !(value instanceof Missing) && !isGood(value))) return false;
  return facts.length === 0 || new Missing(facts);
}
