import type { Direction } from '../traffic';

/** Works out something once for each object and direction; the object must not change. */
export function oncePer<K extends object, V>(
  compute: (key: K, direction: Direction) => V,
): (key: K, direction: Direction) => V {
  const known = { ingress: new WeakMap<K, V>(), egress: new WeakMap<K, V>() };
  return (key, direction) => {
    let value = known[direction].get(key);
    if (value === undefined) {
      value = compute(key, direction);
      known[direction].set(key, value);
    }
    return value;
  };
}
