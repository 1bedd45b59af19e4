import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cacheDirectory } from './cache-directory';
import { runProgram } from './run-program';

/** How to start an interpreter. */
export interface Python {
  readonly command: string;
  /** Goes before the interpreter's own arguments. */
  readonly arguments: readonly string[];
}

/** A place where an interpreter may come from. */
export interface PythonCandidate {
  readonly name: string;
  /** @throws when it cannot provide one, saying why */
  readonly provide: (signal?: AbortSignal) => Promise<Python>;
}

/** What is fetched when no interpreter has moto. */
const MOTO = 'moto[server]==5.2.1';

/** In the order of preference. An interpreter that the user names is the only candidate. */
export function pythonCandidates(
  environment: NodeJS.ProcessEnv,
  note: (text: string) => void = () => undefined,
): readonly PythonCandidate[] {
  const named = environment['CULVERT_PYTHON'];
  if (named) {
    return [onPath(`CULVERT_PYTHON (${named})`, named)];
  }
  return [
    onPath('python3 on the PATH', 'python3'),
    onPath('python on the PATH', 'python'),
    { name: 'moto_server on the PATH', provide: () => interpreterOfMotoServer(environment) },
    onPath(`uvx --from ${MOTO}`, 'uvx', ['--from', MOTO, 'python']),
    {
      name: `a virtual environment in ${cacheDirectory(environment)}`,
      provide: (signal) => virtualEnvironment(environment, note, signal),
    },
  ];
}

function onPath(name: string, command: string, args: readonly string[] = []): PythonCandidate {
  return { name, provide: async () => ({ command, arguments: args }) };
}

/** An installed script names its interpreter in the first line. */
async function interpreterOfMotoServer(environment: NodeJS.ProcessEnv): Promise<Python> {
  for (const directory of (environment['PATH'] ?? '').split(delimiter)) {
    const script = await readFile(join(directory, 'moto_server'), 'utf8').catch(() => undefined);
    const interpreter = script?.match(/^#!\s*(\/\S*python[\d.]*)\s*\n/)?.[1];
    if (interpreter !== undefined) {
      return { command: interpreter, arguments: [] };
    }
  }
  throw new Error('not found, or not a script of a Python interpreter');
}

/** Appears under its name only when it is complete, so that an interrupted run leaves no broken one. */
async function virtualEnvironment(
  environment: NodeJS.ProcessEnv,
  note: (text: string) => void,
  signal?: AbortSignal,
): Promise<Python> {
  const cache = cacheDirectory(environment);
  const directory = join(cache, MOTO.replace(/\W+/g, '-'));
  const python: Python = { command: join(directory, 'bin', 'python'), arguments: [] };
  if (await exists(python.command)) {
    return python;
  }
  note(`installing ${MOTO} into ${directory}`);
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(`${directory}-`);
  try {
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', MOTO];
    await runProgram('python3', ['-m', 'venv', unfinished], { environment, signal });
    await runProgram(join(unfinished, 'bin', 'python'), pip, { environment, signal });
    await rename(unfinished, directory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return python;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
