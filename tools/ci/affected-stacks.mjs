#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import { CommandError, runCommand } from '../private/command.mjs';

const help = `usage: node tools/ci/affected-stacks.mjs [--select <affected|all|stack>]

Prints the stacks to plan or deploy as a JSON array, for a job matrix.

  --select affected  what the commits from NX_BASE to NX_HEAD affect (the default)
  --select all       every stack
  --select <stack>   that stack alone
  -h, --help         print this

exit codes: 0 printed, 2 could not run`;

await runCommand({
  help,
  options: { select: { type: 'string', default: 'affected' } },
  run: ({ select = 'affected' }) => console.log(JSON.stringify(selected(select))),
});

/** @param {string} select */
function selected(select) {
  if (select === 'affected') return stacks('--affected');
  const all = stacks();
  if (select === 'all') return all;
  if (all.includes(select)) return [select];
  throw new CommandError(
    `there is no stack "${select}": choose affected, all or ${all.join(', ')}`,
  );
}

/**
 * @param {string[]} args
 * @returns {string[]}
 */
function stacks(...args) {
  const nx = ['nx', 'show', 'projects', '--projects', 'tag:type:stack', '--json', ...args];
  try {
    return JSON.parse(execFileSync('npx', nx, { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] }));
  } catch (error) {
    throw new CommandError(`nx could not list the stacks: ${/** @type {Error} */ (error).message}`);
  }
}
