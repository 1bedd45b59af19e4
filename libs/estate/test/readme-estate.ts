import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mergePatch } from '../src/private/merge-patch';

const README = join(__dirname, '..', 'README.md');

/** The README's estate, which is as small as one with every account can be. */
export const README_ESTATE = firstBlock('yaml');

/** The message that the README shows for three mistakes in its estate. */
export const README_MESSAGE = firstBlock('text').trimEnd();

/** The README's estate with a change, as text. */
export function changed(patch: object): string {
  return JSON.stringify(mergePatch(parse(README_ESTATE), patch));
}

/** The README's estate with a change to the scenario's section, as text. */
export function changedScenario(patch: object): string {
  return changed({ crossAccountPrivatelink: patch });
}

function firstBlock(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'ms');
  const example = block.exec(readFileSync(README, 'utf8'))?.[1];
  if (example === undefined) {
    throw new Error(`${README} has no block of ${language}`);
  }
  return example;
}
