import { inspect } from 'node:util';

const INSPECTION = { depth: 1, breakLength: Infinity, compact: true };

/** One thing that is wrong in what a review was given. */
export interface Mistake {
  readonly file: string;
  /** The line in the file, from 1. */
  readonly line?: number | undefined;
  /** JSON Pointer to the value, such as `/reach/0/to`; empty for the whole file. */
  readonly path: string;
  /** The value seen; `undefined` when it is missing. */
  readonly value?: unknown;
  /** What may stand there instead. */
  readonly allowed: string;
}

/** The review could not run: everything that is wrong, a line each in the message. */
export class ReviewError extends Error {
  public override readonly name = 'ReviewError';

  public constructor(public readonly mistakes: readonly Mistake[]) {
    super(mistakes.map(describe).join('\n'));
  }
}

function describe({ file, line, path, value, allowed }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const seen = value === undefined ? 'missing' : inspect(value, INSPECTION).slice(0, 200);
  return printable(
    path === '' && value === undefined
      ? `${place}: ${allowed}`
      : `${place}: ${path || 'the file'} is ${seen}, allowed: ${allowed}`,
  );
}

/** Keys of a file end up in messages, so they must not break lines or speak to terminals. */
function printable(text: string): string {
  return text.replaceAll(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
