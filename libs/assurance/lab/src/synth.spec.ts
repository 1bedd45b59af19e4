import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { twoAccountStack, writeProject } from '../test/fixture-project';
import { temporaryFolder } from '../test/temporary-folder';
import { synthesise } from './synth';

function synthesiseIn(project: string, output = temporaryFolder()) {
  return synthesise({
    project,
    output,
    estate: 'staging',
    environment: process.env,
    signal: new AbortController().signal,
    onLine: () => undefined,
  });
}

/** A project with one stack; `config` replaces its `cdktf.json`. */
function projectWith(config?: unknown): string {
  const project = temporaryFolder();
  writeProject(project, { orders: twoAccountStack() });
  if (config !== undefined) writeFileSync(join(project, 'cdktf.json'), JSON.stringify(config));
  return project;
}

describe('synthesise', () => {
  it('gives each stack of the manifest with its folder', async () => {
    const output = temporaryFolder();

    expect(await synthesiseIn(projectWith(), output)).toEqual([
      { name: 'orders', folder: join(output, 'stacks/orders') },
    ]);
  });

  it('hands the estate and the context to the app', async () => {
    const app = 'echo "$CULVERT_ESTATE $CDKTF_CONTEXT_JSON" > seen.txt; node app.cjs';
    const project = projectWith({ app, context: { excludeStackId: true } });

    await synthesiseIn(project);

    expect(readFileSync(join(project, 'seen.txt'), 'utf8')).toBe(
      'staging {"excludeStackId":true}\n',
    );
  });

  it('fails when the app fails, with all it said', async () => {
    const app = 'echo compiling; echo "TS2322: not assignable" >&2; exit 3';

    const failure = await synthesiseIn(projectWith({ app })).catch((error: Error) => error.message);

    expect(failure).toMatch(/^the synthesis .* ended with exit code 3$/m);
    expect(failure).toMatch(/^compiling$/m);
    expect(failure).toMatch(/^TS2322: not assignable$/m);
  });

  it.each([
    [
      'the app ignores CDKTF_OUTDIR',
      { app: 'true' },
      /manifest\.json cannot be read.*CDKTF_OUTDIR/,
    ],
    ['the app is no command', { app: ['node'] }, /"app" is \["node"\], not a command/],
  ])('fails when %s', async (_, config, message) => {
    await expect(synthesiseIn(projectWith(config))).rejects.toThrow(message);
  });

  it('fails where there is no project', async () => {
    await expect(synthesiseIn(temporaryFolder())).rejects.toThrow(
      /cdktf\.json cannot be read: .*; run the lab in the folder of a CDKTF project/,
    );
  });
});
