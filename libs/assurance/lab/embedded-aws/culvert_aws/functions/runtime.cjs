'use strict';
/**
 * Lambda's Node.js runtime, as far as handlers that return a promise need it:
 * `node runtime.cjs <descriptor> <network>` reads an event a line from standard input, and writes
 * a result a line to the file descriptor. It ends with its input.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
const { writeSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { inspect } = require('node:util');
const { restrictNetwork } = require('./network.cjs');

const [descriptor, network] = process.argv.slice(2);
const { env } = process;

restrictNetwork(network);
const initialised = loadHandler().then(
  (handler) => ({ handler }),
  (error) => ({ error }),
);

createInterface({ input: process.stdin })
  .on('line', (line) => void handle(JSON.parse(line)))
  .on('close', () => process.exit(0));

async function loadHandler() {
  const dot = env._HANDLER.lastIndexOf('.');
  const [file, name] = [env._HANDLER.slice(0, dot), env._HANDLER.slice(dot + 1)];
  const handler = require(join(env.LAMBDA_TASK_ROOT, file))[name];
  if (typeof handler === 'function') return handler;
  throw Object.assign(new Error(`${env._HANDLER} is undefined or not exported`), {
    name: 'Runtime.HandlerNotFound',
  });
}

/** An environment whose initialisation failed is not used again. */
async function handle({ requestId, functionArn, deadline, event }) {
  const { handler, error } = await initialised;
  if (error !== undefined) return answer(failure('Uncaught Exception', error, true));
  try {
    const result = await handler(event, context(requestId, functionArn, deadline));
    answer({ result: result ?? null });
  } catch (thrown) {
    answer(failure('Invoke Error', thrown, false));
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
function context(requestId, functionArn, deadline) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: functionArn,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

/** Lambda logs what a handler throws, with its causes. */
function failure(title, error, ended) {
  console.error(`ERROR ${title}`, inspect(error, { depth: null }));
  const isError = error instanceof Error;
  return {
    error: {
      errorType: isError ? error.name : typeof error,
      errorMessage: isError ? error.message : String(error),
      trace: isError ? String(error.stack).split('\n') : [],
    },
    ended,
  };
}

function answer(result) {
  const bytes = Buffer.from(`${JSON.stringify(result)}\n`);
  for (let written = 0; written < bytes.length;) {
    written += writeSync(Number(descriptor), bytes, written);
  }
}
