// Measures reading a plan and resolving every value in it against JSON.parse, each in a process of its
// own: npm run bench. Exits with 1 when it is slower or larger than it may be.
const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { writePlan } = require('./large-plan.cjs');
const { best, round } = require('./measure.cjs');

/** At 10,000 resources and more: 1.5 times JSON.parse and a second, and 3 times the file. */
const LIMITS = { factor: 1.5, seconds: 1, memory: 3 };
const SIZES =
  process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 30_000, 100_000];

const directory = mkdtempSync(join(tmpdir(), 'culvert-bench-'));
try {
  const rows = SIZES.map(measure);
  process.stdout.write(`${JSON.stringify({ 'terraform-graph': rows }, null, 2)}\n`);
  process.exitCode = rows.every(({ withinLimits }) => withinLimits) ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}

function measure(resources) {
  const file = join(directory, `${resources}.json`);
  const count = writePlan(file, resources);
  const { size } = statSync(file);
  const [nothing, parse, load, resolve] = ['nothing', 'parse', 'load', 'resolve'].map((what) =>
    best(join(__dirname, 'run.cjs'), what, file),
  );
  rmSync(file);
  const memory = (run) => round((run.bytes - nothing.bytes) / size);
  const seconds = parse.seconds * LIMITS.factor + LIMITS.seconds;
  return {
    resources: count,
    megabytes: round(size / 1e6),
    seconds: {
      parse: round(parse.seconds),
      load: round(load.seconds),
      resolve: round(resolve.seconds),
    },
    timesParse: {
      load: round(load.seconds / parse.seconds),
      resolve: round(resolve.seconds / parse.seconds),
    },
    memoryTimesFile: { parse: memory(parse), load: memory(load), resolve: memory(resolve) },
    withinLimits: load.seconds <= seconds && memory(load) <= LIMITS.memory,
  };
}
