/** True, false, or unknown with the facts that are missing, by name and sorted. */
export type Truth =
  { readonly value: boolean } | { readonly value: 'unknown'; readonly missing: readonly string[] };

export const TRUE: Truth = Object.freeze({ value: true });
export const FALSE: Truth = Object.freeze({ value: false });

export function truthOf(value: boolean): Truth {
  return value ? TRUE : FALSE;
}

/** Unknown for want of these facts. */
export function unknownFor(...missing: readonly string[]): Truth {
  return { value: 'unknown', missing: [...new Set(missing)].sort() };
}

/** The facts that are missing; none of what is true or false. */
export function missingFacts(truth: Truth): readonly string[] {
  return truth.value === 'unknown' ? truth.missing : [];
}

/** False if one is false, else unknown if one is unknown; true of none. */
export function and(...truths: readonly Truth[]): Truth {
  if (truths.some(({ value }) => value === false)) {
    return FALSE;
  }
  return truths.every(({ value }) => value === true)
    ? TRUE
    : unknownFor(...truths.flatMap(missingFacts));
}

/** True if one is true, else unknown if one is unknown; false of none. */
export function or(...truths: readonly Truth[]): Truth {
  return not(and(...truths.map(not)));
}

export function not(truth: Truth): Truth {
  return truth.value === 'unknown' ? truth : truthOf(!truth.value);
}
