import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { README_ESTATE } from '../test/readme-estate';

describe('estateFromEnvironment', () => {
  const directory = mkdtempSync(join(tmpdir(), 'culvert-estates-'));
  for (const name of ['lab', 'staging', 'production']) {
    writeFileSync(join(directory, `${name}.yaml`), `${README_ESTATE}tags: { name: ${name} }\n`);
  }
  writeFileSync(join(directory, 'wrong.yaml'), 'region: 1\n');
  afterAll(() => rmSync(directory, { recursive: true }));

  /** A stack's main in a process of its own, printing the estate's name. */
  function main(args: string[], env: NodeJS.ProcessEnv = {}) {
    const script = join(__dirname, '..', 'test', 'print-name.ts');
    const loader = ['--conditions', '@culvert/source', '--require', '@swc-node/register'];
    return spawnSync(process.execPath, [...loader, script, directory, ...args], {
      encoding: 'utf8',
      env: { SWC_NODE_PROJECT: join(__dirname, '..', 'tsconfig.spec.json'), ...env },
    });
  }

  it.each([
    ['lab by default', [], {}, 'lab'],
    ['lab where the variable is empty', [], { CULVERT_ESTATE: '' }, 'lab'],
    ['what the variable names', [], { CULVERT_ESTATE: 'staging' }, 'staging'],
    [
      'what the option names first',
      ['--estate', 'production'],
      { CULVERT_ESTATE: 'staging' },
      'production',
    ],
    ['what the option names with =', ['--other', '--estate=production'], {}, 'production'],
  ])('loads %s', (_title, args, env, name) => {
    expect(main(args, env)).toMatchObject({ status: 0, stdout: name, stderr: '' });
  });

  it.each([
    ['the estate is wrong', ['--estate', 'wrong'], /^the estate has 3 mistakes\n.*\/region is 1,/s],
    [
      'there is no such estate',
      ['--estate', 'prod'],
      /is 'prod', allowed: one of lab, production,/,
    ],
    ['the option has no name', ['--estate'], /is '', allowed: one of lab, production,/],
  ])('exits with 2 and without a stack trace when %s', (_title, args, message) => {
    const { status, stdout, stderr } = main(args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
