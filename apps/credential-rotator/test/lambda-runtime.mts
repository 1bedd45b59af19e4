import { createRequire } from 'node:module';
import { inspect } from 'node:util';

/** One invocation of the bundle, or where it is. */
export type Command =
  | { readonly file: string }
  | { readonly id: number; readonly event: unknown; readonly remainingMs: number };

/** What came of an invocation, and what was logged. */
export interface Report {
  readonly id: number;
  /** As Lambda tells it. */
  readonly error?: { readonly name: string; readonly message: string };
  /** All of what was thrown, and the log. */
  readonly shown: string;
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

const require = createRequire(import.meta.url);
let handler: Handler;
let shown = '';

const write = (text: string | Uint8Array) => {
  shown += String(text);
  return true;
};
process.stdout.write = write;
process.stderr.write = write;

process.on('disconnect', () => process.exit());
process.on('message', async (command: Command) => {
  if ('file' in command) ({ handler } = require(command.file) as { handler: Handler });
  else process.send?.(await invoke(command));
});

async function invoke({ id, event, remainingMs }: Exclude<Command, { file: string }>) {
  const deadline = performance.now() + remainingMs;
  const context = {
    awsRequestId: 'request-1',
    getRemainingTimeInMillis: () => Math.floor(deadline - performance.now()),
  };
  let error: Report['error'];
  try {
    await handler(event, context);
  } catch (thrown) {
    const { name, message } = thrown as Error;
    error = { name, message };
    shown += inspect(thrown, { depth: Infinity, showHidden: true, maxStringLength: Infinity });
  }
  const report = { id, error, shown };
  shown = '';
  return report;
}
