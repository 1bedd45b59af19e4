// Measures the whole review of a plan, without flows and with some of each kind, against JSON.parse, each
// in a process of its own: npm run bench. Exits with 1 when it is slower or larger than it may be.
const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { writePlan } = require('../../terraform-graph/bench/large-plan.cjs');
const { best, round } = require('../../terraform-graph/bench/measure.cjs');

/**
 * For the smallest plan 1.5 times JSON.parse and a second; from there no resource may take a quarter more
 * of time. Memory is counted above that of a process that has loaded the code, in times the file.
 */
const LIMITS = { factor: 1.5, seconds: 1, growth: 1.25, memory: 3 };
const SIZES =
  process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 30_000, 100_000];
const FLOWS = join(__dirname, 'flows.yaml');

const directory = mkdtempSync(join(tmpdir(), 'culvert-bench-'));
try {
  const rows = SIZES.map(measure);
  const judged = rows.map((row) => ({ ...row, withinLimits: judge(row, rows[0]) }));
  process.stdout.write(`${JSON.stringify({ review: judged }, null, 2)}\n`);
  const good = judged.every(({ withinLimits: { time, memory } }) => time && memory);
  process.exitCode = good ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}

function measure(resources) {
  const file = join(directory, `${resources}.json`);
  const count = writePlan(file, resources);
  const { size } = statSync(file);
  const run = (...args) => best(join(__dirname, 'run.cjs'), ...args);
  const nothing = run('nothing', file);
  const runs = {
    parse: run('parse', file),
    review: run('review', file),
    withFlows: run('review', file, FLOWS),
  };
  rmSync(file);
  const each = (measured) =>
    Object.fromEntries(Object.entries(runs).map(([name, one]) => [name, round(measured(one))]));
  return {
    resources: count,
    megabytes: round(size / 1e6),
    seconds: each(({ seconds }) => seconds),
    memoryTimesFile: each(({ bytes }) => (bytes - nothing.bytes) / size),
  };
}

function judge({ resources, seconds, memoryTimesFile }, first) {
  const limit = first.seconds.parse * LIMITS.factor + LIMITS.seconds;
  const growth = (resources / first.resources) * LIMITS.growth;
  const isQuick = (name) =>
    resources === first.resources
      ? seconds[name] <= limit
      : seconds[name] <= first.seconds[name] * growth;
  return {
    time: isQuick('review') && isQuick('withFlows'),
    memory: Math.max(memoryTimesFile.review, memoryTimesFile.withFlows) <= LIMITS.memory,
  };
}
