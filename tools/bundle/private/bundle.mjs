import { resolve } from 'node:path';
import { build } from 'esbuild';
import { CommandError } from '../../private/command.mjs';
import { thirdPartyLicenses } from './third-party-licenses.mjs';

/**
 * One file for Lambda's Node.js, with the AWS SDK, so that what runs is what was tested. Workspace
 * packages come from their sources: no build of theirs can be stale.
 *
 * @param {string} app its folder
 */
export async function bundle(app) {
  const folder = resolve(app);
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    conditions: ['@culvert/source', 'module'],
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    metafile: true,
    write: false,
    logLevel: 'silent',
  }).catch((error) => {
    throw new CommandError(`${app} cannot be bundled: ${error.message}`);
  });
  const [sourceMap, code] = ['.js.map', '.js'].map((end) => {
    const file = outputFiles.find(({ path }) => path.endsWith(end));
    if (file === undefined) throw new Error(`no ${end} among what was bundled`);
    return file.contents;
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const files = used.flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? resolve(folder, file) : [],
  );
  return {
    code: /** @type {Uint8Array} */ (code),
    sourceMap: /** @type {Uint8Array} */ (sourceMap),
    licenses: Buffer.from(thirdPartyLicenses(files)),
  };
}
