import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { mergePatch } from '../src/private/merge-patch';

const README = join(__dirname, '..', 'README.md');

/** The README's estate, which is as small as one with every account can be. */
export const README_ESTATE = block('yaml', 'region:');

/** The message that the README shows for three mistakes in its estate. */
export const README_MESSAGE = block('text').trimEnd();

/** The README's estate with both scenarios. */
export const README_ESTATE_WITH_ONPREM = withOnprem();

/** The README's estate with all three scenarios. */
export const README_ESTATE_WITH_OKTA = withOkta();

/** The README's estate with a change, as text. */
export function changed(patch: object): string {
  return JSON.stringify(mergePatch(parse(README_ESTATE), patch));
}

/** The README's estate with a change to the section crossAccountPrivatelink, as text. */
export function changedScenario(patch: object): string {
  return changed({ crossAccountPrivatelink: patch });
}

/** The README's estate with both scenarios and a change to transitGatewayOnprem, as text. */
export function changedOnprem(patch: object): string {
  return JSON.stringify(mergePatch(README_ESTATE_WITH_ONPREM, { transitGatewayOnprem: patch }));
}

/** The README's estate with all three scenarios and a change to oktaCaller, as text. */
export function changedOkta(patch: object): string {
  return JSON.stringify(mergePatch(README_ESTATE_WITH_OKTA, { oktaCaller: patch }));
}

function withOnprem(): unknown {
  const addition: unknown = parse(block('yaml', 'extends: production\naccounts:'));
  return mergePatch(mergePatch(parse(README_ESTATE), addition), { extends: null });
}

function withOkta(): unknown {
  const addition: unknown = parse(block('yaml', 'extends: production\noktaCaller:'));
  return mergePatch(mergePatch(README_ESTATE_WITH_ONPREM, addition), { extends: null });
}

function block(language: string, start = ''): string {
  const pattern = new RegExp(`^\`\`\`${language}\\n(${start}.*?)^\`\`\`$`, 'ms');
  const example = pattern.exec(readFileSync(README, 'utf8'))?.[1];
  if (example === undefined) {
    throw new Error(`${README} has no block of ${language}`);
  }
  return example;
}
