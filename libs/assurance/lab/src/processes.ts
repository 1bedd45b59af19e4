import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Milliseconds a process has to end by itself before it is killed. */
const GRACE = 5_000;

/** Stands for the exit code of a process that a signal ended. */
const KILLED = 128;

/** Leaders of the process groups that are alive. */
const alive = new Set<number>();

export interface RunOptions {
  readonly cwd: string;
  /** The whole environment: nothing of this process is added. */
  readonly environment: NodeJS.ProcessEnv;
  /**
   * Runs the command through a shell.
   * @default false
   */
  readonly shell?: boolean;
  /** Ends the process, and every process it started. */
  readonly signal: AbortSignal;
  /** Is given each line of output as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command to its end, whatever its exit code is. It leads a process group of its own, so a
 * Ctrl-C in the terminal reaches only this process, which then ends the whole group.
 *
 * @throws the signal's reason when aborted, once the group has ended
 */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<Outcome> {
  options.signal.throwIfAborted();
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: options.environment,
    shell: options.shell ?? false,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  let killing: NodeJS.Timeout | undefined;
  const end = () => {
    if (pid === undefined) return;
    killGroup(pid, 'SIGTERM');
    killing = setTimeout(() => killGroup(pid, 'SIGKILL'), GRACE);
  };
  if (pid !== undefined) remember(pid);
  options.signal.addEventListener('abort', end, { once: true });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => options.onLine?.(line));
  }

  try {
    const [stdout, stderr, exitCode] = await Promise.all([
      collect(child.stdout),
      collect(child.stderr),
      new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (code) => resolve(code ?? KILLED));
      }),
    ]);
    options.signal.throwIfAborted();
    return { exitCode, stdout, stderr };
  } finally {
    // The leader has ended; what it left behind in its group has not.
    if (options.signal.aborted && pid !== undefined) killGroup(pid, 'SIGKILL');
    clearTimeout(killing);
    options.signal.removeEventListener('abort', end);
    if (pid !== undefined) forget(pid);
  }
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => stream.once('close', resolve));
  return Buffer.concat(chunks).toString('utf8');
}

function remember(pid: number): void {
  if (alive.size === 0) process.on('exit', killAll);
  alive.add(pid);
}

function forget(pid: number): void {
  alive.delete(pid);
  if (alive.size === 0) process.off('exit', killAll);
}

/** Kills every process group that is alive, without asking. */
export function killAll(): void {
  for (const pid of alive) killGroup(pid, 'SIGKILL');
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}
