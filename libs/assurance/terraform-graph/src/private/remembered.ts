const MAXIMUM = 20_000;

/** The function of a type and an attribute, together with what it gave: there are few of them. */
export function remembered<T>(
  find: (type: string, attribute: string) => T,
): (type: string, attribute: string) => T {
  const byType = new Map<string, Map<string, T>>();
  let size = 0;
  return (type, attribute) => {
    let known = byType.get(type);
    if (known === undefined) byType.set(type, (known = new Map<string, T>()));
    const given = known.get(attribute);
    if (given !== undefined || known.has(attribute)) return given as T;
    const found = find(type, attribute);
    if (size < MAXIMUM) known.set(attribute, found);
    size += 1;
    return found;
  };
}
