import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the API does with a request. */
export type Answer = (
  response: ServerResponse,
  request: Received,
  api: LocalApi,
) => void | Promise<void>;

/** A real HTTPS server on loopback that answers as it is told; the last answer is for all that follow. */
export class LocalApi {
  readonly received: Received[] = [];
  connections = 0;

  private constructor(
    private readonly server: Server,
    private readonly answers: readonly Answer[],
  ) {
    server.on('request', (request, response) => this.answer(request, response));
    server.on('secureConnection', () => (this.connections += 1));
    server.on('tlsClientError', () => undefined);
  }

  static async start(options: ServerOptions, ...answers: readonly Answer[]): Promise<LocalApi> {
    const api = new LocalApi(createServer(options), answers);
    api.server.listen(0, '127.0.0.1');
    await once(api.server, 'listening');
    return api;
  }

  get origin(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  /** When all connections but so many were closed. */
  async reduced(connections: number): Promise<void> {
    while ((await this.openConnections()) > connections) {
      await setImmediate();
    }
  }

  openConnections(): Promise<number> {
    return new Promise((resolve, reject) =>
      this.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const received = { method, url, headers, body: await text(request) };
    this.received.push(received);
    const answer = this.answers[this.received.length - 1] ?? this.answers.at(-1);
    await answer?.(response, received, this);
  }
}
