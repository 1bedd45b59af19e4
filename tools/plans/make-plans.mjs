#!/usr/bin/env node
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandError, runCommand } from '../private/command.mjs';
import { casesIn, DIGESTS, digestOf, digestsIn } from './private/cases.mjs';

const help = `usage: node tools/plans/make-plans.mjs <folder> [--only <case>]

Makes the plans and states that tests read, again: <folder> has a folder of HCL for each case, and the
JSON of "terraform show -json" is written beside the HCL. The real Terraform and provider plan on the
embedded AWS, one for all cases. Needs the lab: npx nx build lab.

  --only <case>  this case alone
  -h, --help     print this

<folder>/cases.json says what is run where that is more than "terraform plan" in the case's folder:
{ "<case>": [{ "in": "before", "apply": true, "write": "state.json" },
             { "in": "after", "state": "before", "write": "plan.json" }],
  "<case>": [{ "in": ".", "variables": { "password": "canary" }, "write": "plan.json" }] }

exit codes: 0 made, 2 could not run`;

await runCommand({
  help,
  options: { only: { type: 'string' } },
  positionals: 1,
  run: ({ only }, folder = '') => makePlans(resolve(folder), only),
});

/**
 * @param {string} folder
 * @param {string | undefined} only
 */
async function makePlans(folder, only) {
  const cases = casesIn(folder);
  const names = only === undefined ? Object.keys(cases) : [only];
  const unknown = names.find((name) => !(name in cases));
  if (unknown !== undefined || names.length === 0) {
    throw new CommandError(
      `there is no case "${unknown}": there is ${Object.keys(cases).join(', ')}`,
    );
  }
  const work = mkdtempSync(join(tmpdir(), 'culvert-plans-'));
  try {
    const { withEmbeddedTerraform } = createRequire(import.meta.url)('@culvert/lab');
    await withEmbeddedTerraform(
      async (/** @type {import('@culvert/lab').EmbeddedTerraform} */ embedded) => {
        for (const name of names) {
          cpSync(join(folder, name), join(work, name), { recursive: true });
          for (const step of cases[name] ?? []) await run(embedded, { work, folder, name, step });
          process.stderr.write(`${name}\n`);
        }
      },
    );
    const digests = names.map((name) => [name, digestOf(folder, name)]);
    const made = { ...digestsIn(folder), ...Object.fromEntries(digests) };
    const there = Object.entries(made).filter(([name]) => name in cases);
    const sorted = Object.fromEntries(there.sort());
    writeFileSync(join(folder, DIGESTS), `${JSON.stringify(sorted, null, 2)}\n`);
  } finally {
    rmSync(work, { recursive: true });
  }
}

/**
 * A plan is made in its folder, an apply leaves its state for the steps after it.
 *
 * @param {import('@culvert/lab').EmbeddedTerraform} embedded
 * @param {{ work: string, folder: string, name: string, step: import('./private/cases.mjs').Step }} what
 */
async function run(embedded, { work, folder, name, step }) {
  const cwd = join(work, name, step.in);
  const state = 'terraform.tfstate';
  if (step.state !== undefined) cpSync(join(work, name, step.state, state), join(cwd, state));
  const terraform = embedded.in(cwd);
  const variables = Object.entries(step.variables ?? {}).map(
    ([key, value]) => `-var=${key}=${value}`,
  );
  await terraform.run(['init', '-no-color', '-input=false']);
  await terraform.run(['plan', '-no-color', '-input=false', '-out=plan', ...variables]);
  if (step.apply === true) await terraform.run(['apply', '-no-color', 'plan']);
  const shown = step.apply === true ? [] : ['plan'];
  const { stdout } = await terraform.run(['show', '-json', ...shown]);
  writeFileSync(join(folder, name, step.write), stdout);
}
