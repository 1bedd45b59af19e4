import fc from 'fast-check';
import { child } from '../src/private/json-pointer';
import { isMapping, type Mapping } from '../src/private/mapping';

/** The value with one to three of its parts replaced by something else, or removed. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const mutation = fc.record({ at: fc.nat(), by: fc.option(fc.jsonValue(), { nil: undefined }) });
  return fc.array(mutation, { minLength: 1, maxLength: 3 }).map((mutations) =>
    mutations.reduce((result, { at, by }) => {
      const paths = pathsIn(result);
      return replaced(result, paths[at % paths.length], by);
    }, value),
  );
}

/** The value with the keys of all its mappings in another order. */
export function shuffled(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) {
    return fc.tuple(...value.map(shuffled));
  }
  if (!isMapping(value)) {
    return fc.constant(value);
  }
  const keys = Object.keys(value);
  return fc
    .tuple(
      fc.shuffledSubarray(keys, { minLength: keys.length }),
      fc.record(Object.fromEntries(keys.map((key) => [key, shuffled(value[key])]))),
    )
    .map(([order, record]) =>
      Object.fromEntries(order.map((key) => [key, (record as Mapping)[key]])),
    );
}

/** The text with some other text in the place of some of its own. */
export function spliced(text: string, other: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(text.length), fc.nat(20), other)
    .map(([start, length, middle]) => text.slice(0, start) + middle + text.slice(start + length));
}

function pathsIn(value: unknown, path = ''): readonly string[] {
  const isContainer = Array.isArray(value) || isMapping(value);
  const entries = isContainer ? Object.entries(value) : [];
  return [path, ...entries.flatMap(([key, item]) => pathsIn(item, child(path, key)))];
}

function replaced(value: unknown, target: string | undefined, by: unknown, path = ''): unknown {
  if (path === target) {
    return by;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => replaced(item, target, by, child(path, index)));
  }
  if (!isMapping(value)) {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, replaced(item, target, by, child(path, key))]),
  );
}
