import { childOf, isJsonObject, type Json, type JsonObject } from '../json';
import type { ExpressionJson } from './json-format';
import type { Path } from './path';

/** What the configuration says of how a value comes about. */
export interface Expression {
  readonly references: readonly string[];
  /** How many values like this one the expression makes, and the references are for all of them. */
  readonly shared: number;
  /**
   * Whether more may flow into the value than the references: the block may be a dynamic one, of which
   * a plan says nothing.
   */
  readonly open: boolean;
}

/** The expression as read, if it is one; a literal in it counts as none. */
export function asExpression(json: Json | undefined): ExpressionJson | undefined {
  if (!isJsonObject(json)) return undefined;
  const { constant_value, references } = json as ExpressionJson & JsonObject;
  const isList = Array.isArray(references) && references.every((item) => typeof item === 'string');
  if (isList) return { references: references as readonly string[] };
  if (constant_value !== undefined) return { constant_value };
  return Object.keys(json).length === 0 ? {} : undefined;
}

/**
 * The expression that a value comes from; `undefined` when the configuration has none, so the provider
 * chooses the value.
 *
 * @param expressions of the resource or block
 * @param values of the resource or block
 * @param unknown what of the values is not known
 */
export function expressionAt(
  expressions: JsonObject,
  values: Json | undefined,
  unknown: Json | undefined,
  path: Path,
): Expression | undefined {
  const [step, position, ...inner] = path;
  if (step === undefined) return undefined;
  const configured = childOf(expressions, step);
  const value = childOf(values, step);
  const expression = asExpression(configured);
  if (expression !== undefined) {
    const shared = alike(childOf(unknown, step), path.slice(1));
    return { references: expression.references ?? [], shared, open: false };
  }
  if (Array.isArray(configured) && typeof position === 'number') {
    const blocks = configured.filter(isJsonObject);
    return fromBlocks(blocks, value, childOf(unknown, step), position, inner);
  }
  if (isJsonObject(configured)) {
    return expressionAt(configured, value, childOf(unknown, step), path.slice(1));
  }
  const written = Array.isArray(value) && value.length > 0 && typeof position === 'number';
  return written && inner.length > 0 ? { references: [], shared: 1, open: true } : undefined;
}

/**
 * A plan lists blocks in the order of the provider, which need not be that of the configuration: literals
 * tell which is which, and blocks that are alike in all the plan knows may be told apart as one likes.
 */
function fromBlocks(
  blocks: readonly JsonObject[],
  values: Json | undefined,
  unknown: Json | undefined,
  position: number,
  path: Path,
): Expression | undefined {
  const planned: readonly Json[] = Array.isArray(values) ? values : [];
  const block = planned[position];
  const fitting = blocks.filter((configured) => mayBe(configured, block));
  const possible = fitting.length > 0 ? fitting : blocks;
  const same = (other: Json) => JSON.stringify(other) === JSON.stringify(block);
  const complete = planned.length === blocks.length;
  const told = complete && planned.filter(same).length === possible.length;
  const chosen = told ? [possible[planned.slice(0, position).filter(same).length] ?? {}] : possible;
  const found = chosen.flatMap(
    (configured) => expressionAt(configured, block, childOf(unknown, position), path) ?? [],
  );
  if (complete && found.length < 2) return found[0];
  const references = found.flatMap((expression) => expression.references);
  return { references, shared: found[0]?.shared ?? 1, open: !complete };
}

/** In how many members of a list of objects the value at the path is not known. */
function alike(unknown: Json | undefined, [position, ...below]: Path): number {
  if (!Array.isArray(unknown) || typeof position !== 'number' || below.length === 0) return 1;
  const flags = unknown.map((member: Json) => below.reduce<Json | undefined>(childOf, member));
  return flags.filter((flag) => flag === true).length;
}

/** Whether a block of the configuration may have become the block of the plan: its literals say so. */
function mayBe(configured: JsonObject, block: Json | undefined): boolean {
  return Object.entries(configured).every(([name, json]) => {
    const literal = asExpression(json)?.constant_value;
    const value = childOf(block, name);
    if (literal === undefined || value === undefined || value === null) return true;
    if (typeof literal === 'object' || typeof value === 'object') return true;
    return String(literal) === String(value);
  });
}
