import type { CulvertError } from '@culvert/errors';

/**
 * What the cache did, for metrics: a `hit` was served from memory, a `miss` had to wait; a token was
 * `refreshed` in the background, or that `refresh-failed` while the old one lives on.
 */
export type TokenEvent =
  | { readonly type: 'hit' | 'miss' | 'refreshed' }
  | { readonly type: 'refresh-failed'; readonly error: CulvertError };
