#!/usr/bin/env node
import { runCommand } from '../private/command.mjs';
import { planStack } from './private/plan-stack.mjs';

const help = `usage: node tools/ci/plan-stack.mjs <stack> [options]

Plans a synthesised stack and leaves plan.json and summary.md in <out>/<stack>.

  --synthesised <dir>      what cdktf synth wrote (default: cdktf.out)
  --out <dir>              where to work and leave the plan (default: plans)
  --read-only-role <name>  assume the role of this name in each account instead of the estate's,
                           and do not lock the state
  -h, --help               print this

exit codes: 0 planned, 2 could not run`;

await runCommand({
  help,
  options: {
    synthesised: { type: 'string', default: 'cdktf.out' },
    out: { type: 'string', default: 'plans' },
    'read-only-role': { type: 'string' },
  },
  positionals: 1,
  run: async ({ synthesised = '', out = '', 'read-only-role': readOnlyRole }, stack = '') => {
    const { directory } = await planStack({ stack, synthesised, out, readOnlyRole });
    console.log(`${stack}: planned, see ${directory}`);
  },
});
