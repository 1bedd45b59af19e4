import type { Component } from '../component';
import type { ById } from '../network';

/** Components by id; of several with one id, the first. */
export function byId<T extends Component>(...groups: readonly Iterable<T>[]): ById<T> {
  const map = new Map<string, T>();
  for (const group of groups) {
    for (const component of group) {
      if (!map.has(component.id)) map.set(component.id, component);
    }
  }
  return map;
}

/** What there is for each key. */
export function grouped<T>(
  items: Iterable<readonly [string, T]>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, item] of items) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Of each graph, once. */
export function once<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    const known = made.get(key) ?? { value: make(key) };
    made.set(key, known);
    return known.value;
  };
}
