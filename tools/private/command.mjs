import { parseArgs } from 'node:util';

/** Ends a command with a message and an exit code. */
export class CommandError extends Error {
  /**
   * @param {string} message
   * @param {1 | 2} [exitCode] 1: found something, 2: could not run
   */
  constructor(message, exitCode = 2) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/**
 * Parses the command line, answers `--help` and turns what is thrown into a message and an exit code.
 *
 * @param {{
 *   help: string,
 *   options: Record<string, { type: 'string', default?: string }>,
 *   positionals?: number,
 *   run: (options: Record<string, string | undefined>, ...positionals: string[]) => void | Promise<void>,
 * }} command
 */
export async function runCommand({ help, options, positionals: expected = 0, run }) {
  try {
    const { values, positionals } = parse(options);
    if (values['help']) {
      console.log(help);
      return;
    }
    if (positionals.length !== expected) {
      throw new CommandError(
        `expected ${expected} argument(s), got ${positionals.length}\n\n${help}`,
      );
    }
    await run(/** @type {Record<string, string | undefined>} */ (values), ...positionals);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

/** @param {Record<string, { type: 'string', default?: string }>} options */
function parse(options) {
  try {
    return parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new CommandError(`${/** @type {Error} */ (error).message}; see --help`);
  }
}
