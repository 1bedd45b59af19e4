import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import type { FaultKind, FaultTimes, Route } from './fault';
import type { AppCredentials, Counts, OktaDoubleOptions } from './okta-double-options';
import type { Answer, Commands, Question } from './protocol';

/** The server is an ES module, compiled or not as this file is. */
const SERVER = join(__dirname, 'server', `main.m${extname(__filename).slice(1)}`);

/**
 * An Okta on loopback, in a process of its own: a custom authorization server, the organization's, and
 * the management of client secrets, keys and passwords, which the token endpoint knows at once.
 */
export class OktaDouble {
  /** Of 127.0.0.1, TLS. */
  readonly port: number;
  /** A forward proxy by CONNECT that brings `domain:443` here, and nothing anywhere else. */
  readonly proxyUrl: string;
  /** Of the custom authorization server. */
  readonly issuer: string;

  readonly #connection: Connection;

  private constructor(
    connection: Connection,
    { port, proxyPort }: { readonly port: number; readonly proxyPort: number },
    { domain, authorizationServerId }: OktaDoubleOptions,
  ) {
    this.#connection = connection;
    this.port = port;
    this.proxyUrl = `http://127.0.0.1:${proxyPort}`;
    this.issuer = `https://${domain}/oauth2/${authorizationServerId}`;
  }

  /** @returns once it listens */
  static async start(options: OktaDoubleOptions): Promise<OktaDouble> {
    const connection = new Connection();
    try {
      return new OktaDouble(connection, await connection.ask('start', options), options);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  counts(): Promise<Counts> {
    return this.#connection.ask('counts', undefined);
  }

  /** Lets requests fail. Faults are looked at in the order in which they were given. */
  async fail(
    route: Route,
    kind: FaultKind,
    { skip = 0, times = 1 }: FaultTimes = {},
  ): Promise<void> {
    const isStatus = typeof kind === 'object';
    await this.#connection.ask('fail', {
      route,
      kind: isStatus ? kind.status : kind,
      headers: isStatus ? { ...kind.headers } : {},
      body: isStatus ? kind.body : undefined,
      skip,
      times: Math.min(times, Number.MAX_SAFE_INTEGER),
    });
  }

  /** Forgets all faults. */
  async mend(): Promise<void> {
    await this.#connection.ask('mend', undefined);
  }

  /** What an app can authenticate with now. */
  credentials(appId: string): Promise<AppCredentials> {
    return this.#connection.ask('credentials', appId);
  }

  stop(): Promise<void> {
    return this.#connection.close();
  }
}

/** Questions to the server's process, and its answers. */
class Connection {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #ended: Promise<void>;
  #last = 0;

  constructor() {
    this.#child = fork(SERVER, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#child.on('message', (answer: Answer) => this.#waiting.get(answer.id)?.(answer));
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', (code) => {
        const error = `the okta double ended with ${code}`;
        for (const [id, answer] of this.#waiting) answer({ id, error });
        resolve();
      });
    });
  }

  ask<Name extends keyof Commands>(
    command: Name,
    argument: Parameters<Commands[Name]>[0],
  ): Promise<Awaited<ReturnType<Commands[Name]>>> {
    this.#last += 1;
    const question: Question = { id: this.#last, command, argument };
    return new Promise((resolve, reject) => {
      if (!this.#child.connected) {
        reject(new Error('the okta double has ended'));
        return;
      }
      this.#waiting.set(question.id, ({ result, error }) => {
        this.#waiting.delete(question.id);
        if (error === undefined) resolve(result as Awaited<ReturnType<Commands[Name]>>);
        else reject(new Error(error));
      });
      this.#child.send(question, (error) => error && reject(error));
    });
  }

  async close(): Promise<void> {
    this.#child.kill();
    await this.#ended;
  }
}
