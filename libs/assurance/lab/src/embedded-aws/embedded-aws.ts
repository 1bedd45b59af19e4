import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { awsEnvironment, withoutAws } from './aws-environment';
import { type ExecutionEnvironment, executionEnvironments } from './execution-environments';
import { findPython } from './find-python';
import type { Python } from './python-candidates';

/** Where the Python package that serves lies: beside `src` and `dist` alike. */
const PYTHON_PATH = join(__dirname, '../../embedded-aws');

/** A program of its own, so the compiled one. */
const JSONATA_EVALUATOR = join(__dirname, '../../dist/embedded-aws/jsonata-evaluator.js');

export interface EmbeddedAwsOptions {
  /**
   * The environment to find and run Python in; its `AWS_*` variables do not reach the embedded AWS.
   * @default process.env
   */
  readonly environment?: NodeJS.ProcessEnv;
  /**
   * Ends the embedded AWS, or its start, when aborted.
   * @default - only `stop` and the end of this process do
   */
  readonly signal?: AbortSignal;
}

/** An AWS on the loopback interface: every account id exists, and every role in it can be assumed. */
export interface EmbeddedAws {
  /** Such as `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly motoVersion: string;
  readonly pid: number;
  /** The file its standard error goes to. */
  readonly log: string;
  /** What it was asked for and could not do, in order: `<service> <Action> <why>`. */
  gaps(): readonly string[];
  /** The variables that make an AWS SDK, the CLI or Terraform talk to it and to nothing else. */
  environment(): Readonly<Record<string, string>>;
  /**
   * Gives deployed functions a network: `host:port` is a port of this machine, and replaces what was
   * routed before. They reach nothing else but this machine.
   */
  route(network: Readonly<Record<string, number>>): void;
  /** The processes that run, or ran, deployed functions. */
  executionEnvironments(): Promise<readonly ExecutionEnvironment[]>;
  /** Lets it outlive this process. */
  detach(): void;
  /** Ends it, whether detached or not, and removes its log. */
  stop(): Promise<void>;
}

/**
 * Starts an embedded AWS on a free port. It ends with this process, however that ends, unless it is
 * detached.
 *
 * @throws PythonNotFoundError when there is no Python that can run it
 * @throws when it ends before it listens, with what it wrote to standard error
 */
export async function startEmbeddedAws({
  environment = process.env,
  signal,
}: EmbeddedAwsOptions = {}): Promise<EmbeddedAws> {
  const python = await findPython(environment, { signal });
  signal?.throwIfAborted();
  const server = new PythonServer(python, environment, signal);
  try {
    return await server.listening();
  } catch (error) {
    await server.stop();
    signal?.throwIfAborted();
    throw error;
  }
}

class PythonServer implements EmbeddedAws {
  public readonly log: string;
  public endpoint = '';
  public motoVersion = '';
  private readonly directory: string;
  private readonly network: string;
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private finalLog: string | undefined;

  /** A process group of its own: what interrupts this process in a terminal must not end it first. */
  public constructor(
    python: Python,
    environment: NodeJS.ProcessEnv,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.directory = mkdtempSync(join(environment['TMPDIR'] || tmpdir(), 'culvert-aws-'));
    this.log = join(this.directory, 'embedded-aws.log');
    this.network = join(this.directory, 'network.json');
    this.route({});
    const stderr = openSync(this.log, 'a');
    this.process = spawn(python.command, [...python.arguments, '-m', 'culvert_aws'], {
      detached: true,
      env: {
        ...withoutAws(environment),
        AWS_CONFIG_FILE: devNull,
        CULVERT_JSONATA: JSONATA_EVALUATOR,
        CULVERT_NETWORK: this.network,
        CULVERT_NODE: process.execPath,
        TMPDIR: this.directory,
        PYTHONPATH: PYTHON_PATH,
        PYTHONDONTWRITEBYTECODE: '1',
      },
      stdio: ['pipe', 'pipe', stderr],
    }) as ChildProcessByStdio<Writable, Readable, null>;
    closeSync(stderr);
    signal?.addEventListener('abort', this.kill);
  }

  public get pid(): number {
    return this.process.pid as number;
  }

  /** The server prints one line once it listens. */
  public async listening(): Promise<EmbeddedAws> {
    await once(this.process, 'spawn');
    for await (const line of createInterface({ input: this.process.stdout })) {
      const { endpoint, moto } = JSON.parse(line) as { endpoint: string; moto: string };
      this.endpoint = endpoint;
      this.motoVersion = moto;
      return this;
    }
    throw new Error(`the embedded AWS ended before it listened:\n${this.written()}`);
  }

  public gaps(): readonly string[] {
    const lines = this.written().split('\n');
    return lines.filter((line) => line.startsWith('GAP ')).map((line) => line.slice(4));
  }

  public environment(): Readonly<Record<string, string>> {
    return awsEnvironment(this.endpoint);
  }

  public route(network: Readonly<Record<string, number>>): void {
    writeFileSync(this.network, JSON.stringify(network));
  }

  public executionEnvironments(): Promise<readonly ExecutionEnvironment[]> {
    return executionEnvironments(this.endpoint);
  }

  public detach(): void {
    this.signal?.removeEventListener('abort', this.kill);
    this.process.stdin.end('detach\n');
    this.process.stdout.destroy();
    this.process.unref();
  }

  public async stop(): Promise<void> {
    this.signal?.removeEventListener('abort', this.kill);
    this.kill();
    if (this.running()) {
      await once(this.process, 'exit');
    }
    this.finalLog ??= this.written();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private written(): string {
    return this.finalLog ?? readFileSync(this.log, 'utf8');
  }

  private running(): boolean {
    const { pid, exitCode, signalCode } = this.process;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  /** Nothing it holds outlives it, so there is nothing to end in order. */
  private readonly kill = (): void => {
    if (this.running()) {
      process.kill(-this.pid, 'SIGKILL');
    }
  };
}
