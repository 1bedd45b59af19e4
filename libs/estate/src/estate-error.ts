import { inspect } from 'node:util';

const INSPECTION = { depth: 1, breakLength: Infinity, compact: true };

/** One thing that is wrong in an estate. */
export interface Mistake {
  /** JSON Pointer to the value, such as `/accounts/api/id`; empty for the whole file. */
  readonly path: string;
  /** The value seen; `undefined` when it is missing. */
  readonly value: unknown;
  /** What may stand there instead. */
  readonly allowed: string;
  /** The file that the value comes from. */
  readonly file: string;
  /** The line in the file, from 1; absent when the mistake is in no line. */
  readonly line?: number;
}

/** Everything that is wrong in an estate, a line each in the message. */
export class EstateError extends Error {
  public override readonly name = 'EstateError';

  public constructor(public readonly mistakes: readonly Mistake[]) {
    const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`;
    super(
      [`the estate has ${count}`, ...mistakes.map((mistake) => `  ${describe(mistake)}`)].join(
        '\n',
      ),
    );
  }
}

function describe({ path, value, allowed, file, line }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const what = path === '' ? 'the estate' : path;
  const seen = value === undefined ? 'missing' : inspect(value, INSPECTION).slice(0, 200);
  return printable(`${place}: ${what} is ${seen}, allowed: ${allowed}`);
}

/** Keys of a file end up in messages, so they must not break lines or speak to terminals. */
function printable(text: string): string {
  return text.replaceAll(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
