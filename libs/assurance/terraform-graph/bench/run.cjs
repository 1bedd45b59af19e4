// One measurement in a process of its own: node run.cjs nothing|parse|load|resolve <file>
const { readFileSync } = require('node:fs');
const { loadDocument, ResourceGraph } = require('../dist');

const [what, file] = process.argv.slice(2);
const start = performance.now();
const kept = { nothing, parse, load, resolve }[what]();
const seconds = (performance.now() - start) / 1000;
const bytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ seconds, bytes, kept: kept !== undefined }));

function nothing() {
  return undefined;
}

function parse() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function load() {
  return ResourceGraph.of([loadDocument(file)]);
}

function resolve() {
  const graph = load();
  for (const resource of [...graph.resources(), ...graph.dataSources()]) {
    for (const attribute of Object.keys(resource.values)) resource.referenced(attribute);
  }
  return graph;
}
