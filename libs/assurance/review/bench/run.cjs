// One measurement in a process of its own: node run.cjs nothing|parse|review <file> [flows.yaml]
const { readFileSync } = require('node:fs');
const { formatJson } = require('@culvert/report');
const { review } = require('../dist');
const { keepHeapFrugal } = require('../dist/private/frugal-heap');

const [what, file, flows] = process.argv.slice(2);
keepHeapFrugal(); // as the command does
const start = performance.now();
const kept = { nothing, parse, review: reviewed }[what]();
const seconds = (performance.now() - start) / 1000;
const bytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ seconds, bytes, kept: kept !== undefined }));

function nothing() {
  return undefined;
}

function parse() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function reviewed() {
  return formatJson(review({ documents: [file], flows: flows === undefined ? [] : [flows] }));
}
