import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../test/run-script';

/** A PATH on which nothing is but what the test puts there. */
let path: string;
const calls = () =>
  existsSync(join(path, 'calls')) ? readFileSync(join(path, 'calls'), 'utf8').trim() : '';

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'culvert-test-tools-'));
});
afterEach(() => rmSync(path, { recursive: true }));

function program(name: string, exitCode = 0) {
  const text = `#!/bin/sh\necho "$@" >> '${path}/calls'\necho refused >&2\nexit ${exitCode}\n`;
  writeFileSync(join(path, name), text);
  chmodSync(join(path, name), 0o755);
}

const install = () => runTool('test-tools/install-test-tools.mjs', [], { env: { PATH: path } });

describe('install-test-tools', () => {
  it('does nothing when everything is there', () => {
    ['chromium', 'nft', 'ip', 'apt-get'].forEach((name) => program(name));
    expect(install()).toMatchObject({ exitCode: 0, stderr: '' });
    expect(calls()).toBe('');
  });

  it('names what is missing where it cannot install', () => {
    ['nft', 'ip'].forEach((name) => program(name));
    expect(install()).toMatchObject({
      exitCode: 0,
      stderr: 'missing for the tests: chromium; install chromium\n',
    });
  });

  it('installs only what is missing', () => {
    ['nft', 'ip', 'apt-get'].forEach((name) => program(name));
    expect(install().exitCode).toBe(0);
    expect(calls()).toBe('update -qq\ninstall -y -qq --no-install-recommends chromium');
  });

  it('goes on when the packages cannot be had, and says why', () => {
    ['nft', 'ip'].forEach((name) => program(name));
    program('apt-get', 100);
    const { exitCode, stderr } = install();
    expect(exitCode).toBe(0);
    expect(stderr).toContain('refused');
    expect(stderr).toContain('could not be installed: chromium');
  });
});
