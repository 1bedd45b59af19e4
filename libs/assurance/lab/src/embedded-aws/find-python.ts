import { coerce, gte } from 'semver';
import { pythonCandidates, type Python, type PythonCandidate } from './python-candidates';
import { PythonNotFoundError } from './python-not-found-error';
import { runProgram } from './run-program';

export type { Python } from './python-candidates';

const LOWEST_MOTO = '5.2.0';

/** The server's own dependencies are an extra of moto, so its import shows whether they are there. */
const PROBE = 'import moto, moto.server; print(moto.__version__)';

/**
 * Finds a Python interpreter that can run moto's server: the one `CULVERT_PYTHON` names and no
 * other; else `python3` or `python` on the PATH; the interpreter of the `moto_server` on the PATH;
 * else one that `uvx` provides; else a private virtual environment in the user's cache directory.
 *
 * @throws PythonNotFoundError listing what was tried and what happened
 */
export async function findPython(
  environment: NodeJS.ProcessEnv = process.env,
  signal?: AbortSignal,
): Promise<Python> {
  const attempts: string[] = [];
  for (const candidate of pythonCandidates(environment)) {
    try {
      return await usable(candidate, environment, signal);
    } catch (error) {
      signal?.throwIfAborted();
      attempts.push(`${candidate.name}: ${(error as Error).message}`);
    }
  }
  throw new PythonNotFoundError(attempts);
}

async function usable(
  candidate: PythonCandidate,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<Python> {
  const python = await candidate.provide(signal);
  const version = await runProgram(python.command, [...python.arguments, '-c', PROBE], {
    environment,
    signal,
  });
  if (gte(coerce(version) ?? '0.0.0', LOWEST_MOTO)) {
    return python;
  }
  throw new Error(`has moto ${version}, which is older than ${LOWEST_MOTO}`);
}
