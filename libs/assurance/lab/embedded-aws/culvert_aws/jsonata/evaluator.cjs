'use strict';
/** Evaluates a JSONata expression a line, each a JSON string, and answers with a line. */
const { createInterface } = require('node:readline');
const jsonata = require('jsonata');

createInterface({ input: process.stdin }).on('line', (line) => {
  void evaluate(JSON.parse(line)).then((answer) => console.log(JSON.stringify(answer)));
});

async function evaluate(expression) {
  try {
    const value = await jsonata(expression).evaluate(undefined);
    return { value: value ?? null };
  } catch (error) {
    return { error: error.message };
  }
}
