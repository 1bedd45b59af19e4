import { SymbolicText } from '@culvert/symbolic';
import { GraphSymbol } from './graph-symbol';

/** JSON in which values that are known only after apply are symbols, or text with symbols in it. */
export type Value =
  null | boolean | number | Text | readonly Value[] | { readonly [key: string]: Value };

/**
 * A symbol as it stands for itself. An object of the plan with a key `unknown` is none, so ask here
 * before `isUnknown`.
 */
export function isSymbol(value: Value | undefined): value is GraphSymbol {
  return value instanceof GraphSymbol;
}

/** Text, of which parts or all may be symbols. */
export type Text = string | GraphSymbol | SymbolicText;

/** Whether it is text, of which parts may be symbols. */
export function isText(value: Value | undefined): value is Text {
  return typeof value === 'string' || isSymbol(value) || value instanceof SymbolicText;
}

/** What tells two texts apart: their characters and the names of their symbols. */
export function textKey(value: Text): string {
  return typeof value === 'string' ? `"${value}` : `$${value.toString()}`;
}

/** The texts, each once. */
export function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((text) => [textKey(text), text])).values()];
}
