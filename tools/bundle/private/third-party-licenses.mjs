import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LINE = `\n${'-'.repeat(80)}\n\n`;

/**
 * The packages that files come from, by name, version and licence, above the text of their licence:
 * the same for many of them.
 *
 * @param {readonly string[]} files
 */
export function thirdPartyLicenses(files) {
  const folders = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const packages = [...folders].map((folder) => ({ title: titleOf(folder), text: textOf(folder) }));
  packages.sort((a, b) => (a.title < b.title ? -1 : 1));
  const texts = [...new Set(packages.map(({ text }) => text))];
  return texts
    .map((text) =>
      [...titles(packages.filter((one) => one.text === text)), '', text, ''].join('\n'),
    )
    .join(LINE);
}

/** @param {readonly { readonly title: string }[]} packages */
function titles(packages) {
  return new Set(packages.map(({ title }) => title));
}

/** @param {string} folder of a package */
function titleOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})`;
}

/** @param {string} folder of a package */
function textOf(folder) {
  const [file] = globSync('{LICENSE,LICENCE,license,licence}{,.*}', { cwd: folder }).sort();
  return file === undefined ? 'no licence text' : readFileSync(join(folder, file), 'utf8').trim();
}
