import { child } from './json-pointer';

/** A value and the JSON Pointer to it. */
export interface Located<T> {
  readonly path: string;
  readonly value: T;
}

/** The value of a key, unless it is missing. */
export function member<T, Key extends keyof T & string>(
  { path, value }: Located<T>,
  key: Key,
): readonly Located<NonNullable<T[Key]>>[] {
  const found = value[key];
  return found === undefined || found === null ? [] : [{ path: child(path, key), value: found }];
}

/** The values of a list or mapping, without those that are missing. */
export function members<T>({
  path,
  value,
}: Located<
  readonly (T | undefined)[] | Readonly<Record<string, T | undefined>>
>): readonly Located<T>[] {
  return Object.entries(value).flatMap(([key, item]) =>
    item === undefined ? [] : [{ path: child(path, key), value: item }],
  );
}

/** Each value that conflicts with an earlier one, beside the first of those. */
export function conflicts<T>(
  values: readonly Located<T>[],
  conflict: (earlier: T, later: T) => boolean,
): readonly { readonly earlier: Located<T>; readonly later: Located<T> }[] {
  return values.flatMap((later, index) => {
    const earlier = values.slice(0, index).find(({ value }) => conflict(value, later.value));
    return earlier === undefined ? [] : [{ earlier, later }];
  });
}

/** The values, or none where one is missing, so that nothing is held against an incomplete list. */
export function allOrNone<T>(values: readonly (T | undefined)[] = []): readonly T[] {
  const present = values.filter(
    (value): value is Exclude<typeof value, undefined> => value !== undefined,
  );
  return present.length === values.length ? present : [];
}
