#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, runCommand } from '../private/command.mjs';
import { built, reviewStack } from './private/review-stack.mjs';

const help = `usage: node tools/ci/review-stack.mjs <stack> [options]

Reviews the plan of a stack: what must reach what, what must not, what rules find, and what changes against
the state that the plan was made of. Needs the review: npx nx build review.

It goes by the files flows, context and suppressions in stacks/<stack>, of which <name>.<estate>.yaml comes
before <name>.yaml; the estate is CULVERT_ESTATE, by default lab. It leaves in <out>/<stack>

  summary.md        for a pull request
  report.html       to look into
  report.json       all of it
  report.sarif      for code scanning
  attestation.json  what was reviewed and what came of it, for apply-stack.mjs

  --plans <dir>        the plan is <dir>/<stack>/plan.json, as plan-stack.mjs leaves it (default: plans)
  --synthesised <dir>  what cdktf synth wrote (default: cdktf.out)
  --out <dir>          where the reports go (default: reviews)
  -h, --help           print this

exit codes: 0 every flow is proven and nothing is open, 1 something was found, 2 could not run`;

await runCommand({
  help,
  options: {
    plans: { type: 'string', default: 'plans' },
    synthesised: { type: 'string', default: 'cdktf.out' },
    out: { type: 'string', default: 'reviews' },
  },
  positionals: 1,
  run: ({ plans = '', synthesised = '', out = '' }, stack = '') => {
    const estate = process.env['CULVERT_ESTATE'] || 'lab';
    const report = reviewStack({ stack, estate, plans, synthesised });
    const { exitCodeOf, format, formatMarkdown } = built('@culvert/report');

    const directory = join(out, stack);
    const files = {
      'summary.md': formatMarkdown(report, { title: `Review of ${stack}` }),
      'report.html': format(report, 'html'),
      'report.json': format(report, 'json'),
      'report.sarif': format(report, 'sarif'),
      'attestation.json': format(report, 'attestation'),
    };
    mkdirSync(directory, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);

    console.log(format(report, 'table', { color: !process.env['NO_COLOR'] }));
    if (exitCodeOf(report) !== 0) {
      throw new CommandError(`${stack}: the review found something, see ${directory}`, 1);
    }
    console.log(`${stack}: reviewed, see ${directory}`);
  },
});
