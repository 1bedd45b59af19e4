#!/usr/bin/env node
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, runCommand } from '../private/command.mjs';
import { bundle } from './private/bundle.mjs';
import { zip } from './private/zip.mjs';

const help = `usage: node tools/bundle/bundle-app.mjs <folder of an app>

Bundles src/index.ts with all that it imports for Lambda's Node.js 22, and writes

  dist/bundle.zip     index.js and THIRD-PARTY-LICENSES.txt: the same source gives the same bytes
  dist/bundle.js.map  its source map, to read a stack trace with; it is not deployed

  -h, --help          print this

exit codes: 0 bundled, 2 could not run`;

await runCommand({
  help,
  options: {},
  positionals: 1,
  run: async (_options, app = '') => {
    if (!existsSync(join(app, 'src', 'index.ts'))) {
      throw new CommandError(`${app} has no src/index.ts: export the handler there`);
    }
    const { code, sourceMap, licenses } = await bundle(app);
    const zipped = zip({ 'index.js': code, 'THIRD-PARTY-LICENSES.txt': licenses });
    mkdirSync(join(app, 'dist'), { recursive: true });
    writeFileSync(join(app, 'dist', 'bundle.zip'), zipped);
    writeFileSync(join(app, 'dist', 'bundle.js.map'), sourceMap);
    const unzipped = code.length + licenses.length;
    console.log(`${app}/dist/bundle.zip: ${kB(zipped.length)}, ${kB(unzipped)} unzipped`);
  },
});

/** @param {number} bytes */
function kB(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
