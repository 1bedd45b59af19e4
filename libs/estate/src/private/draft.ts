import type { Estate } from '../estate';
import { isMapping } from './mapping';
import { child } from './json-pointer';

/** An estate of which anything may be missing, but whatever is there has the shape it should. */
export type Draft = Partially<Estate>;

/** A value of which anything may be missing. */
export type Partially<T> = T extends readonly (infer Item)[]
  ? readonly (Partially<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Partially<T[Key]> }
    : T;

/** The value without what is at the paths. */
export function without(value: unknown, paths: ReadonlySet<string>, path = ''): unknown {
  if (paths.has(path)) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => without(item, paths, child(path, index)));
  }
  if (isMapping(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, without(item, paths, child(path, key))]),
    );
  }
  return value;
}
