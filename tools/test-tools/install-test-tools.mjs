#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../private/command.mjs';

/** Programs that tests run, and the Debian packages that bring them. */
const PACKAGES = { chromium: 'chromium', nft: 'nftables', ip: 'iproute2' };

const help = `usage: node tools/test-tools/install-test-tools.mjs

Installs what tests run and npm does not bring: a browser for the review's page, and nft and ip for
networks in the kernel. Only what is missing, and only where apt-get may install; elsewhere it says what
is missing, and so do the tests that need it.

  -h, --help  print this

exit codes: 0 there, installed or named, 2 could not run`;

await runCommand({ help, options: {}, run: installTestTools });

function installTestTools() {
  const missing = Object.keys(PACKAGES).filter((program) => !isThere(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => PACKAGES[/** @type {keyof PACKAGES} */ (program)]);
  if (!isThere('apt-get')) {
    say(`missing for the tests: ${missing.join(', ')}; install ${packages.join(', ')}`);
    return;
  }
  say(`installing for the tests: ${packages.join(', ')}`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if (!aptGet('update', '-qq') || !aptGet(...install)) {
    say(`could not be installed: ${packages.join(', ')}; the tests that need them say so`);
  }
}

/** @param {string[]} args */
function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status !== 0) process.stderr.write(stderr ?? '');
  return status === 0;
}

/** @param {string} program */
function isThere(program) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
