import { isMap, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import { EstateError, type Mistake } from '../estate-error';
import { child } from './json-pointer';

/** One YAML file of an estate. */
export interface EstateFile {
  readonly file: string;
  readonly value: unknown;
  /** The line of everything in the file, by JSON Pointer. */
  readonly lines: ReadonlyMap<string, number>;
  /** What is wrong in the file, although it could be read. */
  readonly mistakes: readonly Mistake[];
}

/** @throws EstateError when the text is not YAML, or not what can be read safely */
export function parseEstateFile(text: string, file: string): EstateFile {
  try {
    return parse(text, file);
  } catch (error) {
    // Aliases that refer to themselves or multiply without end, and nesting deeper than the stack.
    if (error instanceof ReferenceError || error instanceof RangeError) {
      throw new EstateError([
        { path: '', value: excerpt(text, 1), allowed: `simpler YAML (${error.message})`, file },
      ]);
    }
    throw error;
  }
}

function parse(text: string, file: string): EstateFile {
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
  const positions = [...positionsOf(document.contents)];

  const duplicates: Mistake[] = [];
  const errors: Mistake[] = [];
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    const line = lineAt(pos[0]);
    const seen = { value: excerpt(text, line), file, line };
    if (code === 'DUPLICATE_KEY') {
      const path = positions.find(([, offset]) => offset === pos[0])?.[0] ?? '';
      duplicates.push({ ...seen, path, allowed: 'each key once' });
    } else {
      errors.push({ ...seen, path: '', allowed: `valid YAML (${message})` });
    }
  }
  if (errors.length > 0) {
    throw new EstateError([...duplicates, ...errors]);
  }
  return {
    file,
    value: document.toJS(),
    lines: new Map(positions.map(([path, offset]) => [path, lineAt(offset)])),
    mistakes: duplicates,
  };
}

/** Where everything in the tree begins, by JSON Pointer: a value of a mapping at its key. */
function* positionsOf(node: ParsedNode | null, path = ''): Generator<[string, number]> {
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    for (const { key, value } of node.items) {
      const keyPath = child(path, String(key));
      yield [keyPath, key.range[0]];
      yield* positionsOf(value, keyPath);
    }
  } else if (isSeq<ParsedNode>(node)) {
    for (const [index, item] of node.items.entries()) {
      const itemPath = child(path, index);
      yield [itemPath, item.range[0]];
      yield* positionsOf(item, itemPath);
    }
  }
}

function excerpt(text: string, line: number): string {
  return text.split('\n')[line - 1]?.trim() ?? '';
}
