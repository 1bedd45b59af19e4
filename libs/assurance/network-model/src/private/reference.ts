import { type AttributePath, isSymbol, type Resource, type Value } from '@culvert/terraform-graph';
import type { Ref } from '../component';
import { listOf, missingIn, textOf } from './read';

/**
 * The component that a value names: by AWS's id, or by the symbol of an id that is not known yet. A symbol
 * when it cannot be told which it is; undefined when there is none.
 */
export function refFrom(value: Value | undefined): Ref | undefined {
  if (isSymbol(value)) return value.candidates.length === 0 ? value.unknown : value;
  const text = textOf(value);
  if (text === undefined || typeof text === 'string') return text;
  return { unknown: missingIn(value).join(', ') };
}

/** The component that an attribute names. */
export function refOf(resource: Resource, path: AttributePath): Ref | undefined {
  return refFrom(resource.value(path));
}

/** The components that an attribute names; a symbol stands for a list that is not known. */
export function listOfRefs(resource: Resource, path: AttributePath): readonly Ref[] {
  return listOf(resource.value(path)).flatMap((each) => refFrom(each) ?? []);
}

/** The key of a reference in maps: two symbols of one name are one. */
export function keyOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.unknown;
}
