import { isUnknown, SymbolicText, type Text, type Unknown } from '@culvert/symbolic';
import {
  type AttributePath,
  isSymbol,
  isText,
  type Resource,
  type ResourceGraph,
  type Value,
} from '@culvert/terraform-graph';

/** An object of a document, a block mostly. */
export type Fields = { readonly [key: string]: Value | undefined };

/** What Terraform calls it, after its document's name when there are several. */
export function nameOf(graph: ResourceGraph, { document, address }: Resource): string {
  return graph.documents.length > 1 ? `${document.name}/${address}` : address;
}

/** The name of a fact: of an attribute of a resource. */
export function factOf(graph: ResourceGraph, resource: Resource, path: AttributePath): string {
  const steps = typeof path === 'string' ? [path] : path;
  const at = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return `${nameOf(graph, resource)}${at}`;
}

/** An object's fields; none of what is no object. */
export function fieldsOf(value: Value | undefined): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !isText(value) ? (value as Fields) : {};
}

/** The members of a list, a single value as the only one; a symbol for a list that is not known. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Value[]) : [value];
}

/** The blocks of an attribute; none of those that are not known. */
export function blocksOf(value: Value | undefined): readonly Fields[] {
  return listOf(value)
    .filter((block) => !isText(block))
    .map(fieldsOf);
}

/** The text; undefined when there is none, or an empty one. */
export function textOf(value: Value | undefined): Text | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isText(value) && value !== '' ? value : undefined;
}

/** The text when all of it is known. */
export function knownText(value: Value | undefined): string | undefined {
  const text = textOf(value);
  if (text instanceof SymbolicText) return text.known;
  return typeof text === 'string' ? text : undefined;
}

/** The text, else a symbol with the fact's name. */
export function textOrUnknown(
  value: Value | undefined,
  fact: string,
): string | Unknown | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (typeof text === 'string') return text;
  return isSymbol(value) ? value : (knownText(value) ?? { unknown: fact });
}

/** The number, of text too, else a symbol; undefined when there is none. */
export function numberOf(value: Value | undefined, fact: string): number | Unknown | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const number = Number(typeof value === 'number' ? value : (knownText(value) ?? NaN));
  if (!Number.isNaN(number)) return number;
  return isSymbol(value) ? value : { unknown: fact };
}

/** The names of the facts that are missing in a value, however deep. */
export function missingIn(value: Value | undefined): readonly string[] {
  if (isSymbol(value)) return [value.unknown];
  if (value instanceof SymbolicText) return value.unknowns;
  if (typeof value !== 'object' || value === null || isUnknown(value)) return [];
  return Object.values(value).flatMap((inner: Value) => missingIn(inner));
}
