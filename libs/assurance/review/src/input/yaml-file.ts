import { isAlias, isMap, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { child, parent } from '../private/json-pointer';
import { type Mistake, ReviewError } from '../review-error';

/** Later errors of syntax are mostly consequences of the first ones. */
const MAX_SYNTAX_ERRORS = 10;

/** A YAML file, and where in it everything stands. */
export class YamlFile {
  /** @throws {ReviewError} when the text is not YAML, or has aliases, which could multiply without end */
  public static parse(text: string, file: string): YamlFile {
    const counter = new LineCounter();
    const document = parseDocument(text, {
      lineCounter: counter,
      logLevel: 'error',
      prettyErrors: false,
      resolveKnownTags: false,
      schema: 'core',
      stringKeys: true,
    });
    const lineAt = (offset: number) => counter.linePos(offset).line;
    const places = [...placesIn(document.contents)];
    const mistakes: Mistake[] = [
      ...[...document.errors, ...document.warnings]
        .slice(0, MAX_SYNTAX_ERRORS)
        .map(({ pos: [offset], message }) => ({ offset, allowed: `must be YAML (${message})` })),
      ...places
        .filter(({ node }) => isAlias(node))
        .map(({ offset }) => ({ offset, allowed: 'a value of its own is needed, not an alias' })),
    ].map(({ offset, allowed }) => ({ file, line: lineAt(offset), path: '', allowed }));
    if (mistakes.length > 0) throw new ReviewError(mistakes);
    const lines = new Map(places.map(({ path, offset }) => [path, lineAt(offset)]));
    return new YamlFile(file, document.toJS(), lines);
  }

  private constructor(
    public readonly file: string,
    public readonly value: unknown,
    private readonly lines: ReadonlyMap<string, number>,
  ) {}

  /** A mistake, with the line of the value or of what it is missing from. */
  public mistake({ path, value, allowed }: Pick<Mistake, 'path' | 'value' | 'allowed'>): Mistake {
    let place = path;
    while (place !== '' && !this.lines.has(place)) place = parent(place);
    return { file: this.file, line: this.lines.get(place), path, value, allowed };
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
    for (const [index, item] of node.items.entries()) yield* placesIn(item, child(path, index));
  }
}
