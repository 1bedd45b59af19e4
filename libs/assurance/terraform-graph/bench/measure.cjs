const { spawnSync } = require('node:child_process');

/**
 * The quicker of two runs, each in a process of its own, and the less memory. The script prints its
 * seconds and bytes as JSON.
 */
function best(script, ...args) {
  const runs = Array.from({ length: 2 }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error(`bench of ${args.join(' ')} ended with exit code ${status}\n${stderr}`);
    }
    return JSON.parse(stdout);
  });
  return {
    seconds: Math.min(...runs.map((run) => run.seconds)),
    bytes: Math.min(...runs.map((run) => run.bytes)),
  };
}

function round(number) {
  return Math.round(number * 100) / 100;
}

module.exports = { best, round };
