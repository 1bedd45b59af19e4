import type { Json } from '../src/json';

const ADDRESSES = new Set(['address', 'module_address', 'previous_address', 'references']);

/** Gives every resource and module of a plan another name; names of outputs and variables stay. */
export function renamed(plan: Json, newName: (name: string) => string): Json {
  const rename = (value: Json, key: string): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => rename(item, key));
    if (typeof value === 'string') return ADDRESSES.has(key) ? renamedText(value, newName) : value;
    if (typeof value !== 'object' || value === null) return value;
    const isResource = 'address' in value && 'type' in value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        key === 'module_calls' ? newName(name) : name,
        isResource && name === 'name' ? newName(String(inner)) : rename(inner as Json, name),
      ]),
    );
  };
  return rename(plan, '');
}

/** The same names in text: in addresses, references and the names of symbols. */
export function renamedText(text: string, newName: (name: string) => string): string {
  return text.replaceAll(
    /\b(?<kind>module|aws_\w+)\.(?<name>\w+)/g,
    (_, kind: string, name: string) => `${kind}.${newName(name)}`,
  );
}

/** The JSON with all lists of resources and modules, and the keys of all objects, in another order. */
export function reordered(plan: Json, order: (text: string) => string): Json {
  const LISTS = new Set(['resource_changes', 'resources', 'child_modules']);
  const reorder = (value: Json, key: string): Json => {
    if (Array.isArray(value)) {
      const items = value.map((item: Json) => reorder(item, ''));
      return LISTS.has(key) ? sortedBy(items, (item) => order(JSON.stringify(item))) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(
      ([name, inner]) => [name, reorder(inner as Json, name)] as const,
    );
    return Object.fromEntries(sortedBy(entries, ([name]) => order(name)));
  };
  return reorder(plan, '');
}

function sortedBy<T>(items: readonly T[], by: (item: T) => string): T[] {
  return items
    .map((item) => [by(item), item] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, item]) => item);
}
