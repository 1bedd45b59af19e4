#!/usr/bin/env node
import { join } from 'node:path';
import { CommandError, runCommand } from '../private/command.mjs';
import { reviewPassed } from './private/attestation.mjs';
import { changes, differences } from './private/plan.mjs';
import { planStack } from './private/plan-stack.mjs';
import { readJson } from './private/synthesised-stack.mjs';
import { terraform } from './private/terraform.mjs';

const help = `usage: node tools/ci/apply-stack.mjs <stack> --reviewed <dir> --review <dir> [options]

Plans a synthesised stack anew and applies that very plan, if it does what the reviewed plan does and the
review passed. Otherwise nothing is changed.

  --reviewed <dir>     the folder plan-stack.mjs left, with the plan.json that was reviewed
  --review <dir>       the folder review-stack.mjs left, with the attestation.json of that plan
  --accept <what>      "nothing" that the review found (default), or "findings": somebody has
                       answered for them
  --synthesised <dir>  what cdktf synth wrote (default: cdktf.out)
  --out <dir>          where to work and leave the plan (default: plans)
  -h, --help           print this

exit codes: 0 applied, or nothing to apply; 1 the plan is not the reviewed one, or the review found
something; 2 could not run`;

await runCommand({
  help,
  options: {
    reviewed: { type: 'string' },
    review: { type: 'string' },
    accept: { type: 'string', default: 'nothing' },
    synthesised: { type: 'string', default: 'cdktf.out' },
    out: { type: 'string', default: 'plans' },
  },
  positionals: 1,
  run: async ({ reviewed, review, accept = '', synthesised = '', out = '' }, stack = '') => {
    if (reviewed === undefined || review === undefined) {
      throw new CommandError(
        '--reviewed and --review are needed: name the folders of the plan and of its review',
      );
    }
    const expected = readReviewed(reviewed);
    checkReview({ reviewed, review, accept });
    const { directory, plan } = await planStack({ stack, synthesised, out, reviewed });

    const differing = differences(expected, plan);
    if (differing.length > 0) {
      throw new CommandError(
        `${stack} is not what was reviewed, nothing was applied; it differs in\n` +
          differing.map((address) => `  ${address}\n`).join('') +
          'run the workflow again and review the new plan',
        1,
      );
    }
    if (changes(plan).size === 0) {
      console.log(`${stack}: nothing to apply`);
      return;
    }
    await terraform(directory, ['apply', '-lock-timeout=5m', 'tfplan']);
    console.log(`${stack}: applied`);
  },
});

/** @param {string} reviewed */
function readReviewed(reviewed) {
  try {
    return readJson(join(reviewed, 'plan.json'));
  } catch (error) {
    throw new CommandError(`there is no reviewed plan: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {{ reviewed: string, review: string, accept: string }} options */
function checkReview({ reviewed, review, accept }) {
  if (!['nothing', 'findings'].includes(accept)) {
    throw new CommandError(`--accept is "${accept}": choose nothing or findings`);
  }
  const passed = reviewPassed({
    attestation: join(review, 'attestation.json'),
    plan: join(reviewed, 'plan.json'),
  });
  if (!passed && accept === 'nothing') {
    throw new CommandError('the review found something, nothing was applied', 1);
  }
}
