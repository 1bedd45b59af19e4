import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { text } from 'node:stream/consumers';

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: URLSearchParams;
}

/** Answers one request, or does what a server should not. */
export type Reply = (response: ServerResponse, request: ReceivedRequest) => void;

/** A server that gives its replies in turn, the last one again and again. */
export class HttpsServer {
  public readonly requests: ReceivedRequest[] = [];
  private replies: Reply[] = [];

  private constructor(private readonly server: Server) {}

  public static async start(options: TlsOptions): Promise<HttpsServer> {
    const server = createServer(options);
    const started = new HttpsServer(server);
    server.on('tlsClientError', () => undefined);
    server.on('request', (request, response) => started.receive(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return started;
  }

  public get origin(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  public reply(...replies: Reply[]): void {
    this.requests.length = 0;
    this.replies = replies;
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = new URLSearchParams(await text(request));
    const received = { path: request.url ?? '', headers: request.headers, body };
    this.requests.push(received);
    const reply = this.replies[Math.min(this.requests.length, this.replies.length) - 1];
    reply?.(response, received);
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function token(value: string, expires_in: unknown = 3600): Reply {
  return json(200, { access_token: value, token_type: 'Bearer', expires_in });
}
