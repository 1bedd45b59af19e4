import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{
 *   in: string,
 *   write: string,
 *   apply?: boolean,
 *   state?: string,
 *   variables?: Record<string, string>,
 * }} Step what Terraform does in a folder; `state` is the folder of the step whose state it starts from
 */

export const DIGESTS = 'digests.json';

/**
 * What is run for each case, in order.
 *
 * @param {string} folder
 * @returns {Record<string, Step[]>}
 */
export function casesIn(folder) {
  const file = join(folder, 'cases.json');
  /** @type {Record<string, Step[]>} */
  const special = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return Object.fromEntries(
    names.sort().map((name) => [name, special[name] ?? [{ in: '.', write: 'plan.json' }]]),
  );
}

/**
 * The digest of a case's HCL.
 *
 * @param {string} folder
 * @param {string} name
 */
export function digestOf(folder, name) {
  const hash = createHash('sha256');
  const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((path) => path.endsWith('.tf')).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(folder, name, file)));
  }
  return hash.digest('hex');
}

/**
 * The digests of the HCL that the JSON was made of.
 *
 * @param {string} folder
 * @returns {Record<string, string>}
 */
export function digestsIn(folder) {
  const file = join(folder, DIGESTS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
