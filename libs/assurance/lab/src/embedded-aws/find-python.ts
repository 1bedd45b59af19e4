import { coerce, lt } from 'semver';
import { pythonCandidates, type Python } from './python-candidates';
import { PythonNotFoundError } from './python-not-found-error';
import { runProgram } from './run-program';

export type { Python } from './python-candidates';

const LOWEST_MOTO = '5.2.0';

/** The server's own dependencies are an extra of moto, so its import shows whether they are there. */
const PROBE = 'import moto, moto.server; print(moto.__version__)';

export interface FindPythonOptions {
  readonly signal?: AbortSignal;
  /**
   * Told when something is about to be fetched, which takes a while.
   * @default - nobody
   */
  readonly note?: (text: string) => void;
}

/**
 * Finds a Python interpreter that can run moto's server: the one `CULVERT_PYTHON` names and no
 * other; else `python3` or `python` on the PATH; the interpreter of the `moto_server` on the PATH;
 * else one that `uvx` provides; else a private virtual environment in the user's cache directory.
 *
 * @throws PythonNotFoundError listing what was tried and what happened
 */
export async function findPython(
  environment: NodeJS.ProcessEnv = process.env,
  { signal, note }: FindPythonOptions = {},
): Promise<Python> {
  const attempts: string[] = [];
  for (const candidate of pythonCandidates(environment, note)) {
    try {
      const python = await candidate.provide(signal);
      await checkMoto(python, environment, signal);
      return python;
    } catch (error) {
      signal?.throwIfAborted();
      attempts.push(`${candidate.name}: ${(error as Error).message}`);
    }
  }
  throw new PythonNotFoundError(attempts);
}

async function checkMoto(
  { command, arguments: args }: Python,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<void> {
  const version = await runProgram(command, [...args, '-c', PROBE], { environment, signal });
  if (lt(coerce(version) ?? '0.0.0', LOWEST_MOTO)) {
    throw new Error(`has moto ${version}, which is older than ${LOWEST_MOTO}`);
  }
}
