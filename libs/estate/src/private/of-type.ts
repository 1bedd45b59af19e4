import type { Partially } from './draft';
import type { Located } from './located';

interface Typed {
  readonly type: string;
}

/** The value, where it is the alternative with that type. */
export function ofType<Choice extends Typed, Type extends Choice['type']>(
  { path, value }: Located<Partially<Choice>>,
  type: Type,
): readonly Located<Partially<Extract<Choice, { readonly type: Type }>>>[] {
  return isOfType<Choice, Type>(value, type) ? [{ path, value }] : [];
}

function isOfType<Choice extends Typed, Type extends Choice['type']>(
  value: Partially<Choice>,
  type: Type,
): value is Partially<Choice> & Partially<Extract<Choice, { readonly type: Type }>> {
  return (value as Partially<Typed>).type === type;
}
