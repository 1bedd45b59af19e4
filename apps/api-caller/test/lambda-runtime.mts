import { createRequire } from 'node:module';
import { inspect } from 'node:util';

/** What Lambda's runtime is asked to do; a process of its own for the bundle. */
export type Command =
  | { readonly type: 'start'; readonly file: string; readonly environment: NodeJS.ProcessEnv }
  | { readonly type: 'pass'; readonly seconds: number }
  | { readonly type: 'invoke'; readonly event: unknown; readonly remainingMs: number };

/** What came of it, and what was logged meanwhile. */
export interface Report {
  readonly result?: unknown;
  /** As Lambda tells it to Step Functions. */
  readonly error?: { readonly errorType: string; readonly errorMessage: string };
  /** All of what was thrown, hidden properties and causes, too. */
  readonly thrown?: string;
  readonly log: string;
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

const require = createRequire(import.meta.url);
const now = Date.now;
let handler: Handler;
let log = '';

const write = (text: string | Uint8Array) => {
  log += String(text);
  return true;
};
process.stdout.write = write;
process.stderr.write = write;

process.on('message', async ({ id, command }: { id: number; command: Command }) => {
  const result = await run(command);
  process.send?.({ id, report: { ...result, log } });
  log = '';
});

async function run(command: Command): Promise<Omit<Report, 'log'>> {
  switch (command.type) {
    case 'start':
      Date.now = now;
      process.env = command.environment;
      delete require.cache[command.file];
      ({ handler } = require(command.file) as { handler: Handler });
      return {};
    case 'pass': {
      const ahead = Date.now() - now() + command.seconds * 1000;
      Date.now = () => now() + ahead;
      return {};
    }
    case 'invoke':
      return invoke(command.event, performance.now() + command.remainingMs);
  }
}

async function invoke(event: unknown, deadline: number): Promise<Omit<Report, 'log'>> {
  const context = {
    awsRequestId: '7f9d2c5e-0000-4000-8000-000000000001',
    getRemainingTimeInMillis: () => Math.floor(deadline - performance.now()),
  };
  try {
    return { result: await handler(event, context) };
  } catch (thrown) {
    const { name, message } = thrown as Error;
    return {
      error: { errorType: name, errorMessage: message },
      thrown: inspect(thrown, {
        depth: Infinity,
        showHidden: true,
        getters: true,
        maxStringLength: Infinity,
        maxArrayLength: Infinity,
      }),
    };
  }
}
