import { type AttributePath, isSymbol, isText, type ResourceGraph, type Value } from '../src/index';

/**
 * A value as Terraform would write it: `${name}` for a symbol, and for one that may be others
 * `${name: candidate | candidate}`.
 */
export function shown(value: Value | undefined): unknown {
  if (isSymbol(value) && value.candidates.length > 0) {
    return `\${${value.unknown}: ${value.candidates.map(shown).sort().join(' | ')}}`;
  }
  if (isText(value)) return String(value);
  if (Array.isArray(value)) return (value as readonly Value[]).map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)]));
}

/** What a graph says of an attribute, see {@link shown}. */
export function shownAt(graph: ResourceGraph, address: string, path: AttributePath): unknown {
  return shown(graph.at(address)?.value(path));
}
