import { createInterface } from 'node:readline';
import jsonata from 'jsonata';

/**
 * The program that the embedded AWS starts for JSONata: it reads an expression a line, each a JSON
 * string, and answers with a line.
 */
createInterface({ input: process.stdin }).on('line', (line) => {
  void evaluate(JSON.parse(line) as string).then((answer) => {
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  });
});

async function evaluate(expression: string): Promise<object> {
  try {
    const value: unknown = await jsonata(expression).evaluate(undefined);
    return { value: value ?? null };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
