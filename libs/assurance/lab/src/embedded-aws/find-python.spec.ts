import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../test/temporary-folder';
import { findPython } from './find-python';
import { PythonNotFoundError } from './python-not-found-error';

/** A folder for the PATH with the programs in it, each a shell script. */
function path(programs: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(programs)) {
    program(join(folder, name), script);
  }
  return folder;
}

function program(file: string, script: string): string {
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The boundary: runs the interpreter that has moto on this machine. */
let realPython: string;
beforeAll(async () => {
  const python = await findPython();
  const command = [python.command, ...python.arguments].map((word) => `'${word}'`).join(' ');
  realPython = `PATH='${process.env['PATH']}' exec ${command} "$@"`;
}, 300_000);

const NO_MOTO = `echo "Traceback" >&2; echo "ModuleNotFoundError: No module named 'moto'" >&2; exit 1`;

/** Makes what `python3 -m venv <folder>` makes, with the given interpreter in it. */
const venvWith = (interpreter: string) => `
case "$1 $2" in
  '-m venv') /bin/mkdir -p "$3/bin"; /bin/cp '${interpreter}' "$3/bin/python" ;;
  *) ${NO_MOTO} ;;
esac`;

async function failure(environment: NodeJS.ProcessEnv): Promise<PythonNotFoundError> {
  const error: unknown = await findPython(environment).catch((reason: unknown) => reason);
  if (error instanceof PythonNotFoundError) {
    return error;
  }
  throw new Error('expected a PythonNotFoundError', { cause: error });
}

describe('findPython', () => {
  jest.setTimeout(60_000);
  const cache = () => ({ XDG_CACHE_HOME: temporaryFolder() });

  it('takes python3 from the PATH when it has moto', async () => {
    const environment = { PATH: path({ python3: realPython }) };

    expect(await findPython(environment)).toEqual({ command: 'python3', arguments: [] });
  });

  it('takes python when python3 has no moto', async () => {
    const environment = { PATH: path({ python3: NO_MOTO, python: realPython }) };

    expect(await findPython(environment)).toEqual({ command: 'python', arguments: [] });
  });

  it('takes the interpreter of the moto_server on the PATH', async () => {
    const folder = path({ 'python3.11': realPython });
    const interpreter = join(folder, 'python3.11');
    writeFileSync(join(folder, 'moto_server'), `#!${interpreter}\nimport moto\n`);

    expect(await findPython({ PATH: folder })).toEqual({ command: interpreter, arguments: [] });
  });

  it('takes the interpreter that uvx provides', async () => {
    const environment = { PATH: path({ uvx: `shift 3; ${realPython}` }) };

    expect(await findPython(environment)).toEqual({
      command: 'uvx',
      arguments: ['--from', 'moto[server]==5.2.1', 'python'],
    });
  });

  it('makes a virtual environment in the cache once, and takes it from then on', async () => {
    const pip = program(
      join(temporaryFolder(), 'python'),
      `case "$2" in pip) exit 0 ;; esac; ${realPython}`,
    );
    const { XDG_CACHE_HOME } = cache();
    const notes: string[] = [];
    const note = (text: string) => notes.push(text);
    const PATH = path({ python3: venvWith(pip) });
    const made = await findPython({ PATH, XDG_CACHE_HOME }, { note });
    const found = await findPython({ PATH: '', XDG_CACHE_HOME }, { note });

    expect(made.command).toBe(join(XDG_CACHE_HOME, 'culvert/moto-server-5-2-1/bin/python'));
    expect(found).toEqual(made);
    expect(notes).toEqual([
      `installing moto[server]==5.2.1 into ${XDG_CACHE_HOME}/culvert/moto-server-5-2-1`,
    ]);
  });

  it('leaves nothing in the cache when moto cannot be installed', async () => {
    const pip = program(
      join(temporaryFolder(), 'python'),
      'echo "ERROR: No matching distribution found for moto" >&2; exit 1',
    );
    const { XDG_CACHE_HOME } = cache();
    const { attempts } = await failure({ PATH: path({ python3: venvWith(pip) }), XDG_CACHE_HOME });

    expect(attempts.at(-1)).toBe(
      `a virtual environment in ${XDG_CACHE_HOME}/culvert: ERROR: No matching distribution found for moto`,
    );
    expect(readdirSync(join(XDG_CACHE_HOME, 'culvert'))).toEqual([]);
  });

  it('fails with everything it tried, what happened and what to do', async () => {
    const environment = {
      ...cache(),
      PATH: path({ python3: NO_MOTO, python: 'echo 4.2.14', moto_server: realPython }),
    };

    expect((await failure(environment)).message.split('\n')).toEqual([
      'no Python interpreter that has moto 5.2 or later with its server; tried',
      "  - python3 on the PATH: ModuleNotFoundError: No module named 'moto'",
      '  - python on the PATH: has moto 4.2.14, which is older than 5.2.0',
      '  - moto_server on the PATH: not found, or not a script of a Python interpreter',
      '  - uvx --from moto[server]==5.2.1: not found',
      expect.stringMatching(/^ {2}- a virtual environment in \/.*: ModuleNotFoundError/),
      "install it (pip install 'moto[server]>=5.2'), or install uv, or set CULVERT_PYTHON to an interpreter that has it",
    ]);
  });

  it('fails on a PATH with nothing in it', async () => {
    const { attempts } = await failure({ ...cache(), PATH: temporaryFolder() });

    expect(attempts).toHaveLength(5);
    expect(attempts[0]).toBe('python3 on the PATH: not found');
  });

  it('takes the interpreter that CULVERT_PYTHON names, or fails without looking further', async () => {
    const PATH = path({ python3: realPython });
    const other = program(join(temporaryFolder(), 'my-python'), realPython);

    expect(await findPython({ PATH, CULVERT_PYTHON: other })).toEqual({
      command: other,
      arguments: [],
    });
    expect((await failure({ PATH, CULVERT_PYTHON: '/nowhere/python' })).attempts).toEqual([
      'CULVERT_PYTHON (/nowhere/python): not found',
    ]);
  });

  it('stops looking when aborted', async () => {
    const signal = AbortSignal.abort(new Error('interrupted'));

    await expect(findPython({ PATH: temporaryFolder() }, { signal })).rejects.toThrow(
      'interrupted',
    );
  });
});
