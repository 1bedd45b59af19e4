import {
  cpSync,
  existsSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { CommandError } from './command.mjs';
import { planSummary } from './plan-summary.mjs';
import { assumingRole } from './read-only-role.mjs';
import { terraform } from './terraform.mjs';

const LOCK_FILE = '.terraform.lock.hcl';

/**
 * Plans a synthesised stack in a folder of its own, `<out>/<stack>`, and leaves there `tfplan`,
 * `plan.json`, `summary.md` and Terraform's lock file.
 *
 * @param {{
 *   stack: string,
 *   synthesised: string,
 *   out: string,
 *   readOnlyRole?: string,
 *   reviewed?: string,
 * }} options
 *   readOnlyRole: the name of the role to plan with; it cannot lock the state, so none is taken
 *   reviewed: the folder of an earlier plan, whose provider versions are used
 * @returns {Promise<{ directory: string, plan: import('./plan.mjs').Plan, summary: string }>}
 */
export async function planStack({ stack, synthesised, out, readOnlyRole, reviewed }) {
  const directory = copyStack(stack, synthesised, out);
  if (readOnlyRole !== undefined) {
    const file = join(directory, 'cdk.tf.json');
    writeFileSync(file, JSON.stringify(assumingRole(readJson(file), readOnlyRole), null, 2));
  }

  const lockFile = reviewed === undefined ? undefined : join(reviewed, LOCK_FILE);
  const locked = lockFile !== undefined && existsSync(lockFile);
  if (locked) cpSync(lockFile, join(directory, LOCK_FILE));
  await terraform(directory, ['init', ...(locked ? ['-lockfile=readonly'] : [])]);

  const lock = readOnlyRole === undefined ? '-lock-timeout=5m' : '-lock=false';
  await terraform(directory, ['plan', lock, '-out=tfplan']);

  const json = openSync(join(directory, 'plan.json'), 'w');
  await terraform(directory, ['show', '-json', 'tfplan'], { stdout: json });
  closeSync(json);

  const plan = readJson(join(directory, 'plan.json'));
  const summary = planSummary(stack, plan);
  writeFileSync(join(directory, 'summary.md'), summary);
  return { directory, plan, summary };
}

/**
 * @param {string} stack
 * @param {string} synthesised
 * @param {string} out
 */
function copyStack(stack, synthesised, out) {
  const source = join(synthesised, 'stacks', stack);
  if (!existsSync(join(source, 'cdk.tf.json'))) {
    throw new CommandError(
      `there is no stack "${stack}" in ${synthesised}: ${stacksIn(synthesised)}`,
    );
  }
  const directory = join(out, stack);
  rmSync(directory, { recursive: true, force: true });
  cpSync(source, directory, { recursive: true, filter: (file) => basename(file) !== '.terraform' });
  return directory;
}

/** @param {string} synthesised */
function stacksIn(synthesised) {
  const stacks = join(synthesised, 'stacks');
  return existsSync(stacks) ? `it has ${readdirSync(stacks).join(', ')}` : 'run cdktf synth first';
}

/** @param {string} file */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
