import type { Truth } from '@culvert/symbolic';

export interface Decision {
  readonly passes: Truth;
  /** The rules that decide, or may, by name; none when no rule says anything. */
  readonly rules: readonly string[];
}
