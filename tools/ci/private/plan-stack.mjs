import { closeSync, cpSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planSummary } from './plan-summary.mjs';
import { assumingRole } from './read-only-role.mjs';
import { CONFIGURATION_FILE, copyStack, readJson } from './synthesised-stack.mjs';
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
 *   readOnlyRole: the name of the role to plan with; it cannot lock the state, so no lock is taken
 *   reviewed: the folder of an earlier plan, whose provider versions are used
 * @returns {Promise<{ directory: string, plan: import('./plan.mjs').Plan }>}
 */
export async function planStack({ stack, synthesised, out, readOnlyRole, reviewed }) {
  const directory = join(out, stack);
  const inDirectory = (/** @type {string} */ file) => join(directory, file);
  const configuration = copyStack({ stack, synthesised, directory });
  if (readOnlyRole !== undefined) {
    const asReader = assumingRole(configuration, readOnlyRole);
    writeFileSync(inDirectory(CONFIGURATION_FILE), JSON.stringify(asReader, null, 2));
  }

  const versions = reviewed === undefined ? undefined : join(reviewed, LOCK_FILE);
  const pinned = versions !== undefined && existsSync(versions);
  if (pinned) cpSync(versions, inDirectory(LOCK_FILE));
  await terraform(directory, ['init', ...(pinned ? ['-lockfile=readonly'] : [])]);

  const lock = readOnlyRole === undefined ? '-lock-timeout=5m' : '-lock=false';
  await terraform(directory, ['plan', lock, '-out=tfplan']);

  const json = openSync(inDirectory('plan.json'), 'w');
  await terraform(directory, ['show', '-json', 'tfplan'], { stdout: json });
  closeSync(json);

  const plan = readJson(inDirectory('plan.json'));
  writeFileSync(inDirectory('summary.md'), planSummary(stack, plan));
  return { directory, plan };
}
