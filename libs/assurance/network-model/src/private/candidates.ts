import { GraphSymbol, isSymbol } from '@culvert/terraform-graph';
import type { Ref } from '../component';

/** What a reference names: surely when it is one, else each that it may be, for want of a fact. */
export interface Named {
  readonly ids: readonly string[];
  /** The fact without which it cannot be told which of them it is. */
  readonly missing?: string;
}

/** The components that a reference names, or may name; none when it may be any. */
export function namedBy(ref: Ref): Named {
  if (typeof ref === 'string') return { ids: [ref] };
  const candidates = ref instanceof GraphSymbol ? ref.candidates : [];
  const ids = candidates.flatMap((each) => {
    if (typeof each === 'string') return each;
    return isSymbol(each) && each.candidates.length === 0 ? each.unknown : [];
  });
  return { ids: ids.length === candidates.length ? ids : [], missing: ref.unknown };
}
