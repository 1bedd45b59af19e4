import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Report } from './lambda-runtime.mjs';

const BUNDLE = join(__dirname, '..', 'dist', 'bundle.zip');

/** The bundle as Lambda runs it: unzipped, in a process of its own. */
export class Lambda {
  /** All that was logged and thrown. */
  shown = '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'culvert-credential-rotator-'));
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (report: Report) => void>();
  #last = 0;

  constructor(environment: NodeJS.ProcessEnv) {
    const file = join(this.#folder, 'index.js');
    writeFileSync(file, unzipSync(readFileSync(BUNDLE))['index.js'] ?? '');
    this.#child = fork(join(__dirname, 'lambda-runtime.mts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: environment,
    });
    this.#child.on('message', (report: Report) => {
      this.shown += report.shown;
      this.#waiting.get(report.id)?.(report);
      this.#waiting.delete(report.id);
    });
    this.#child.send({ file });
  }

  /** @throws what the handler throws, as Lambda tells it: name and message */
  async invoke(event: unknown, remainingMs = 30_000): Promise<void> {
    this.#last += 1;
    const id = this.#last;
    const { error } = await new Promise<Report>((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ id, event, remainingMs }, (unsent) => unsent && reject(unsent));
    });
    if (error !== undefined) throw Object.assign(new Error(error.message), { name: error.name });
  }

  async stop(): Promise<void> {
    this.#child.kill();
    await once(this.#child, 'exit');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
