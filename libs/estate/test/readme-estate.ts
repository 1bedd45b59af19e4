import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mergePatch } from '../src/private/merge-patch';

/** The README's estate, which is as small as one with every account can be. */
export const README_ESTATE = exampleIn(join(__dirname, '..', 'README.md'));

/** The README's estate with a change, as text. */
export function changed(patch: object): string {
  return JSON.stringify(mergePatch(parse(README_ESTATE), patch));
}

/** The README's estate with a change to the scenario's section, as text. */
export function changedScenario(patch: object): string {
  return changed({ crossAccountPrivatelink: patch });
}

function exampleIn(readme: string): string {
  const example = /^```yaml\n(.*?)^```$/ms.exec(readFileSync(readme, 'utf8'))?.[1];
  if (example === undefined) {
    throw new Error(`${readme} has no estate in YAML`);
  }
  return example;
}
