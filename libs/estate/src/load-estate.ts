import { normalize, relative } from 'node:path';
import type { Estate } from './estate';
import { EstateError, type Mistake } from './estate-error';
import { without, type Draft } from './private/draft';
import { estatesIn, fileOf, readEstate } from './private/estate-directory';
import type { Finding } from './private/finding';
import { readChain, type Chain } from './private/inheritance';
import { parent } from './private/json-pointer';
import { mergePatch } from './private/merge-patch';
import { resolve, type ValidEstate } from './private/resolve';
import { checkSchema } from './private/schema';
import { rules } from './rules';

/**
 * Loads the estate `<directory>/<name>.yaml`.
 * @throws EstateError with everything that is wrong in it
 */
export function loadEstate({ name, directory }: { name: string; directory: string }): Estate {
  const from = relative('', directory) || '.';
  const names = estatesIn(from);
  if (!names.includes(name)) {
    const allowed = `one of ${names.join(', ')}`;
    throw new EstateError([{ path: '', value: name, allowed, file: from }]);
  }
  const file = fileOf(name, from);
  return parseEstate(readEstate(file), { file });
}

/**
 * Reads an estate from YAML. An estate it extends is looked for beside `file`, which need not exist.
 * @throws EstateError with everything that is wrong in it
 */
export function parseEstate(text: string, { file }: { file: string }): Estate {
  const chain = readChain(text, normalize(file));
  const estate = chain.reduceRight<unknown>((base, { value }) => mergePatch(base, value), {});
  const { findings, unusable } = checkSchema(estate);
  const draft = (without(estate, unusable) ?? {}) as Draft;
  const mistakes = [
    ...chain.flatMap((link) => link.mistakes),
    ...[...findings, ...rules.flatMap((rule) => rule(draft))].map((it) => located(it, chain)),
  ].sort(byPlace);
  if (mistakes.length > 0) {
    throw new EstateError(mistakes);
  }
  return resolve(estate as ValidEstate);
}

/** Traces a value to the nearest file that has it, or else to what it is missing from. */
function located(finding: Finding, chain: Chain, path = finding.path): Mistake {
  const origin = chain.find(({ lines }) => lines.has(path));
  if (origin === undefined) {
    return located(finding, chain, parent(path));
  }
  return { ...finding, file: origin.file, line: origin.lines.get(path) };
}

function byPlace(one: Mistake, other: Mistake): number {
  return one.file.localeCompare(other.file) || (one.line ?? 0) - (other.line ?? 0);
}
