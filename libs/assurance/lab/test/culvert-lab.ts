import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeProject } from './fixture-project';
import { temporaryFolder } from './temporary-folder';

const CLI = join(__dirname, '../dist/cli.js');

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command as a user runs it, in a project and with a temporary folder of its own. */
export class CulvertLab {
  public readonly project = temporaryFolder();
  private readonly temporary = join(this.project, 'tmp');

  public constructor(stacks: Parameters<typeof writeProject>[1] = {}) {
    writeProject(this.project, stacks);
    mkdirSync(this.temporary);
  }

  public run(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Finished> {
    return this.start(args, environment).finished;
  }

  public start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Run {
    return new Run(args, this.project, {
      ...process.env,
      CULVERT_ESTATE: undefined,
      TMPDIR: this.temporary,
      ...environment,
    });
  }

  /** Waits for a file that a stack writes into the project. */
  public async written(name: string): Promise<void> {
    while (!existsSync(join(this.project, name))) await sleep(50);
  }

  /** The processes and files that runs left; a process shows by its temporary folder. */
  public left(): readonly string[] {
    const processes = execFileSync('ps', ['axeww', '-o', 'pid=,command='], { encoding: 'utf8' });
    return [
      ...processes.split('\n').filter((line) => line.includes(this.temporary)),
      ...readdirSync(this.temporary),
    ];
  }
}

class Run {
  public readonly finished: Promise<Finished>;
  private readonly child;
  private stdout = '';
  private stderr = '';

  public constructor(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout.setEncoding('utf8').on('data', (chunk: string) => (this.stdout += chunk));
    this.child.stderr.setEncoding('utf8').on('data', (chunk: string) => (this.stderr += chunk));
    this.finished = new Promise((resolve) => {
      this.child.once('close', (exitCode) => {
        resolve({ exitCode, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  public interrupt(): void {
    this.child.kill('SIGINT');
  }

  /** Waits for a text on standard error. */
  public async says(text: string): Promise<void> {
    while (!this.stderr.includes(text)) await sleep(20);
  }
}
