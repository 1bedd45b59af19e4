import { execFile } from 'node:child_process';

export interface RunProgramOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/**
 * Runs a program to its end and gives what it printed, without surrounding white space.
 * @throws with the last line it wrote to standard error, or why it could not be started
 */
export function runProgram(
  command: string,
  args: readonly string[],
  { environment, signal }: RunProgramOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { env: environment, signal }, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout.trim());
      } else if (error.code === 'ENOENT') {
        reject(new Error('not found', { cause: error }));
      } else {
        reject(new Error(stderr.trim().split('\n').at(-1) || error.message, { cause: error }));
      }
    });
  });
}
