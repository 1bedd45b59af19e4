/** What JSON can say; `undefined` is left out of it. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
