import { spawn } from 'node:child_process';
import { CommandError } from '../../private/command.mjs';

/**
 * Runs Terraform in a directory, its output on stderr.
 *
 * An interruption reaches Terraform too, and we wait for it: it finishes what is under way, writes
 * the state and gives up the lock.
 *
 * @param {string} directory
 * @param {string[]} args
 * @param {{ stdout?: number }} [options] where its standard output goes, as file descriptor
 * @throws {CommandError} when Terraform cannot be run or fails
 */
export async function terraform(directory, args, { stdout = 2 } = {}) {
  const [command = '', ...rest] = args;
  const color = process.env['NO_COLOR'] ? ['-no-color'] : [];
  const child = spawn('terraform', [command, ...color, ...rest], {
    cwd: directory,
    env: { ...process.env, TF_IN_AUTOMATION: '1', TF_INPUT: '0' },
    stdio: ['ignore', stdout, 2],
  });
  const wait = () => undefined; // the terminal has sent it to Terraform as well
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', pass);
  try {
    await new Promise((resolve, reject) => {
      child.once('error', (error) =>
        reject(new CommandError(`terraform cannot be run, is it on the PATH? ${error.message}`)),
      );
      child.once('close', (code, signal) =>
        code === 0
          ? resolve(undefined)
          : reject(
              new CommandError(`terraform ${command} failed (${signal ?? `exit code ${code}`})`),
            ),
      );
    });
  } finally {
    process.off('SIGINT', wait).off('SIGTERM', pass);
  }
}
