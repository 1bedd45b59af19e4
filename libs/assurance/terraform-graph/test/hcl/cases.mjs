import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DIGESTS = join(import.meta.dirname, 'digests.json');

/** What is run for each case, in order; `state` is where the step's state comes from. */
export const CASES = {
  modules: [{ in: '.', write: 'plan.json' }],
  choices: [
    { in: '.', write: 'plan.json' },
    { in: '.', apply: true, write: 'state.json' },
  ],
  changes: [
    { in: 'before', apply: true, write: 'state.json' },
    { in: 'after', write: 'plan.json', state: 'before/terraform.tfstate' },
  ],
  'remote-state': [
    { in: 'network', write: 'network-plan.json' },
    { in: 'deferred', write: 'deferred-plan.json' },
    { in: 'network', apply: true, write: 'network-state.json' },
    { in: 'service', write: 'service-plan.json' },
  ],
};

/** The digest of a case's HCL. */
export function digestOf(name) {
  const hash = createHash('sha256');
  const files = readdirSync(join(import.meta.dirname, name), { recursive: true });
  for (const file of files.filter((path) => path.endsWith('.tf')).sort()) {
    hash.update(`${file}\n`).update(readFileSync(join(import.meta.dirname, name, file)));
  }
  return hash.digest('hex');
}

/** The digests of the HCL that the JSON was made of. */
export function digests() {
  return existsSync(DIGESTS) ? JSON.parse(readFileSync(DIGESTS, 'utf8')) : {};
}
