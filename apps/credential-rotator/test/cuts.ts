/** Whose calls break, and whether the one at the cut is still done (`lost`) or not (`reset`). */
export interface Cut {
  readonly of: 'Okta' | 'AWS';
  readonly how: 'reset' | 'lost';
}

export const CUTS: readonly Cut[] = (['Okta', 'AWS'] as const).flatMap((of) =>
  (['reset', 'lost'] as const).map((how) => ({ of, how })),
);
