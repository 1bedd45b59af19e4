import { constants } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { DocumentError } from './document-error';
import { parseDocument } from './parse-document';
import { collectGarbage } from './private/collect-garbage';
import { shareValues } from './private/shared-values';
import type { TerraformDocument } from './terraform-document';

/** How a document is read. */
export interface LoadOptions {
  /**
   * Tells it from the other documents of a graph.
   * @default - the file's name without `.json`
   */
  readonly name?: string;
}

/** In bytes. */
const LARGE = 5e6;
const UTF16 = Buffer.from([0xff, 0xfe]);
const ZIP = Buffer.from('PK\u0003\u0004');

/**
 * Reads a file that `terraform show -json` wrote, in UTF-8 or, as PowerShell redirects, in UTF-16.
 *
 * @throws {DocumentError} when it cannot be read, or is no plan or state
 */
export function loadDocument(path: string, options: LoadOptions = {}): TerraformDocument {
  const name = options.name ?? basename(path).replace(/\.json$/, '');
  const document = parseDocument(parse(read(path), path), { name, path });
  if (document.plan !== undefined) shareValues(document.plan);
  if (statSync(path).size > LARGE) collectGarbage();
  return document;
}

function read(path: string): string {
  try {
    const { size } = statSync(path);
    if (size > constants.MAX_STRING_LENGTH) {
      const megabytes = (bytes: number) => `${Math.floor(bytes / 1e6)} MB`;
      throw new DocumentError(
        'too-large',
        path,
        `has ${megabytes(size)}, more than the ${megabytes(constants.MAX_STRING_LENGTH)} that can be read: plan its modules as stacks of their own`,
      );
    }
    const text = readFileSync(path, encodingOf(path));
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new DocumentError('unreadable', path, `cannot be read (${code})`);
  }
}

function encodingOf(path: string): 'utf8' | 'utf16le' {
  const start = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, start);
  } finally {
    closeSync(file);
  }
  if (start.equals(ZIP)) {
    throw new DocumentError(
      'saved-plan',
      path,
      'is a saved plan: write it as JSON with "terraform show -json <plan>"',
    );
  }
  return start.subarray(0, UTF16.length).equals(UTF16) ? 'utf16le' : 'utf8';
}

/** JSON.parse quotes the text around a mistake, which may be a secret. */
function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const what = text.trim() === '' ? 'is empty' : 'is not JSON';
    throw new DocumentError('not-json', path, `${what}: write it with "terraform show -json"`);
  }
}
