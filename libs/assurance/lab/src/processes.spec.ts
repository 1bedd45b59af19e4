import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test/temporary-folder';
import { run } from './processes';

const NEVER = new AbortController().signal;

/** Longer than a process may take to end by itself. */
jest.setTimeout(20_000);

/** Whether a process runs; one that has ended and waits to be reaped does not. */
function alive(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout);
}

describe('run', () => {
  const cwd = temporaryFolder();
  const environment = { PATH: process.env['PATH'] };

  it('gives exit code and output, and each line as it comes', async () => {
    const lines: string[] = [];

    const outcome = await run('echo one; echo two >&2; exit 3', [], {
      cwd,
      environment,
      shell: true,
      signal: NEVER,
      onLine: (line) => lines.push(line),
    });

    expect(outcome).toEqual({ exitCode: 3, stdout: 'one\n', stderr: 'two\n' });
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  it('gives the child no environment but the one named', async () => {
    const { stdout } = await run('env', [], {
      cwd,
      environment: { ONLY: 'this', PATH: environment.PATH },
      signal: NEVER,
    });

    expect(stdout.trim().split('\n').sort()).toEqual(['ONLY=this', `PATH=${environment.PATH}`]);
  });

  it('fails when there is no such program', async () => {
    const options = { cwd, environment, signal: NEVER };

    await expect(run('no-such-program', [], options)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['waits for them', 'sleep 100 & echo $! > pid; echo started; wait'],
    ['leaves them behind', 'sleep 100 > /dev/null 2>&1 & echo $! > pid; echo started'],
    ['ignores being asked', "trap '' TERM; sleep 100 & echo $! > pid; echo started; exec cat"],
  ])('ends what a program started when aborted, if it %s', async (_, command) => {
    const controller = new AbortController();
    const running = run(command, [], {
      cwd,
      environment,
      shell: true,
      signal: controller.signal,
      onLine: () => controller.abort(new Error('enough')),
    });

    await expect(running).rejects.toThrow('enough');
    expect(alive(readFileSync(join(cwd, 'pid'), 'utf8').trim())).toBe(false);
  });

  it('does not start anything once aborted', async () => {
    const options = { cwd, environment, signal: AbortSignal.abort(new Error('too late')) };

    await expect(run('env', [], options)).rejects.toThrow('too late');
  });
});
