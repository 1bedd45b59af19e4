import { dirname } from 'node:path';
import { EstateError } from '../estate-error';
import { estatesIn, fileOf, readEstate } from './estate-directory';
import { parseEstateFile, type EstateFile } from './estate-file';
import { isMapping } from './mapping';

/** An estate's file and the files it extends, nearest first. */
export type Chain = readonly [EstateFile, ...EstateFile[]];

/** @throws EstateError when a file cannot be read, or extends one that is not there or extends it */
export function readChain(text: string, file: string): Chain {
  const first = parseEstateFile(text, file);
  return [first, ...ancestors(first, [file])];
}

function ancestors({ file, lines, value }: EstateFile, seen: readonly string[]): EstateFile[] {
  const name = isMapping(value) ? (value['extends'] ?? undefined) : undefined;
  if (name === undefined) {
    return [];
  }
  const directory = dirname(file);
  const others = estatesIn(directory).filter((other) => !seen.includes(fileOf(other, directory)));
  if (typeof name !== 'string' || !others.includes(name)) {
    const allowed = `an estate beside this one that does not extend it (${others.join(', ') || 'there is none'})`;
    const line = lines.get('/extends');
    throw new EstateError([{ path: '/extends', value: name, allowed, file, line }]);
  }
  const next = fileOf(name, directory);
  const base = parseEstateFile(readEstate(next), next);
  return [base, ...ancestors(base, [...seen, next])];
}
