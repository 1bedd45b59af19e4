import {
  isAlias,
  isMap,
  isSeq,
  LineCounter,
  parseDocument,
  type ParsedNode,
  type YAMLError,
} from 'yaml';
import { EstateError, type Mistake } from '../estate-error';
import { child } from './json-pointer';

/** One YAML file of an estate. */
export interface EstateFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of everything in the file, by JSON Pointer. */
  readonly lines: ReadonlyMap<string, number>;
  /** The keys that the file has twice. */
  readonly mistakes: readonly Mistake[];
}

/** Later errors of syntax are mostly consequences of the first ones. */
const MAX_SYNTAX_ERRORS = 10;

/** @throws EstateError when the text is not YAML, or has aliases, which could multiply without end */
export function parseEstateFile(text: string, file: string): EstateFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    logLevel: 'error',
    prettyErrors: false,
    resolveKnownTags: false,
    schema: 'core',
    stringKeys: true,
  });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const mistakeAt = (offset: number, path: string, allowed: string): Mistake => {
    const line = lineAt(offset);
    return { path, value: text.split('\n')[line - 1]?.trim(), allowed, file, line };
  };

  const problems = [...document.errors, ...document.warnings];
  const isDuplicate = ({ code }: YAMLError) => code === 'DUPLICATE_KEY';
  throwIfAny(
    problems
      .filter((problem) => !isDuplicate(problem))
      .slice(0, MAX_SYNTAX_ERRORS)
      .map(({ pos: [offset], message }) => mistakeAt(offset, '', `valid YAML (${message})`)),
  );
  const places = [...placesIn(document.contents)];
  throwIfAny(
    places
      .filter(({ node }) => isAlias(node))
      .map(({ offset, path }) => mistakeAt(offset, path, 'a value of its own, not an alias')),
  );
  return {
    file,
    value: document.toJS(),
    lines: new Map(places.map(({ path, offset }) => [path, lineAt(offset)])),
    mistakes: problems.filter(isDuplicate).map(({ pos: [offset] }) => {
      const path = places.find((place) => place.offset === offset)?.path ?? '';
      return mistakeAt(offset, path, 'each key once');
    }),
  };
}

function throwIfAny(mistakes: readonly Mistake[]): void {
  if (mistakes.length > 0) {
    throw new EstateError(mistakes);
  }
}

interface Place {
  readonly path: string;
  /** Where it begins in the text: a value of a mapping at its key. */
  readonly offset: number;
  readonly node: ParsedNode | null;
}

function* placesIn(
  node: ParsedNode | null,
  path = '',
  offset = node?.range[0] ?? 0,
): Generator<Place> {
  yield { path, offset, node };
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    for (const { key, value } of node.items) {
      yield* placesIn(value, child(path, String(key)), key.range[0]);
    }
  } else if (isSeq<ParsedNode>(node)) {
    for (const [index, item] of node.items.entries()) {
      yield* placesIn(item, child(path, index));
    }
  }
}
