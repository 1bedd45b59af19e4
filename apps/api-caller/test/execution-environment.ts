import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Command, Report } from './lambda-runtime.mjs';

const BUNDLE = join(__dirname, '..', 'dist', 'bundle.zip');

/** Runs the bundle as Lambda does: unzipped, in a process of its own, one container after the other. */
export class ExecutionEnvironment {
  readonly #folder = mkdtempSync(join(tmpdir(), 'culvert-api-caller-'));
  readonly #file = join(this.#folder, 'index.js');
  /** What runs. */
  readonly code = Buffer.from(unzipSync(readFileSync(BUNDLE))['index.js'] ?? '').toString();
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (report: Report) => void>();
  #last = 0;

  constructor() {
    writeFileSync(this.#file, this.code);
    this.#child = fork(join(__dirname, 'lambda-runtime.mts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    this.#child.on('message', ({ id, report }: { id: number; report: Report }) => {
      this.#waiting.get(id)?.(report);
      this.#waiting.delete(id);
    });
  }

  /** A new container: what the one before it knew is forgotten. */
  start(environment: NodeJS.ProcessEnv): Promise<Report> {
    return this.#run({ type: 'start', file: this.#file, environment });
  }

  invoke(event: unknown, remainingMs = 20_000): Promise<Report> {
    return this.#run({ type: 'invoke', event, remainingMs });
  }

  /** Lets the clock of the container be ahead. */
  pass(seconds: number): Promise<Report> {
    return this.#run({ type: 'pass', seconds });
  }

  async stop(): Promise<void> {
    this.#child.kill();
    await once(this.#child, 'exit');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(command: Command): Promise<Report> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, command }, (error) => error && reject(error));
    });
  }
}
