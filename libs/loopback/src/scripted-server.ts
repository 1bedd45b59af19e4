import { once } from 'node:events';
import {
  createServer as createHttpServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one request, or does what a server should not. */
export type ServerAnswer = (
  response: ServerResponse,
  request: ReceivedRequest,
) => void | Promise<void>;

/** A server on loopback that gives its answers in turn, the last one again and again. */
export class ScriptedServer {
  /** What came so far. */
  readonly received: ReceivedRequest[] = [];
  /** How many were opened so far. */
  connections = 0;
  readonly #server: Server;
  readonly #protocol: 'http' | 'https';
  readonly #answers: readonly ServerAnswer[];

  private constructor(
    server: Server,
    protocol: 'http' | 'https',
    answers: readonly ServerAnswer[],
  ) {
    this.#server = server;
    this.#protocol = protocol;
    this.#answers = answers;
    server.on('request', (request, response) => this.#answer(request, response));
    server.on('connection', () => (this.connections += 1));
    server.on('tlsClientError', () => undefined);
  }

  /** @returns once it listens */
  static http(...answers: readonly ServerAnswer[]): Promise<ScriptedServer> {
    return new ScriptedServer(createHttpServer(), 'http', answers).#listen();
  }

  /** @returns once it listens */
  static https(
    options: ServerOptions,
    ...answers: readonly ServerAnswer[]
  ): Promise<ScriptedServer> {
    return new ScriptedServer(createHttpsServer(options), 'https', answers).#listen();
  }

  /** With the name `localhost`. */
  get origin(): string {
    return `${this.#protocol}://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many are open now. */
  openConnections(): Promise<number> {
    return promisify(this.#server.getConnections).call(this.#server);
  }

  /** Ends all connections, too. */
  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const request = { method, url, headers, body: await text(incoming) };
    const answer = this.#answers[this.received.length] ?? this.#answers.at(-1);
    this.received.push(request);
    await answer?.(response, request);
  }
}
