/**
 * The app that `cdktf` runs, named in cdktf.json: every stack is built, type-checked and synthesised
 * by Nx, each cached on its own, and the results are put together where `cdktf` expects them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const outdir = resolve(process.env['CDKTF_OUTDIR'] ?? join(root, 'cdktf.out'));

synthesise();
assemble();

function synthesise() {
  const { CDKTF_OUTDIR: _outdir, CDKTF_CONTEXT_JSON: _context, ...env } = process.env;
  const { status } = spawnSync('nx', ['run-many', '-t', 'synth', '--output-style=static'], {
    cwd: root,
    env,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

function assemble() {
  const manifests = globSync('stacks/*/cdktf.out/manifest.json', { cwd: root }).map((path) => ({
    directory: join(root, dirname(path)),
    manifest: JSON.parse(readFileSync(join(root, path), 'utf8')),
  }));
  mkdirSync(outdir, { recursive: true });
  for (const { directory } of manifests) {
    if (existsSync(join(directory, 'stacks'))) {
      cpSync(join(directory, 'stacks'), join(outdir, 'stacks'), { recursive: true });
    }
  }
  const merged = {
    version: manifests[0]?.manifest.version,
    stacks: Object.assign({}, ...manifests.map(({ manifest }) => manifest.stacks)),
  };
  writeFileSync(join(outdir, 'manifest.json'), `${JSON.stringify(merged, null, 2)}\n`);
}
