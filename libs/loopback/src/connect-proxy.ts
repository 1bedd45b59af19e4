import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** What the proxy does when it is asked for a tunnel to `host:port`. */
export type TunnelAnswer = (
  target: string,
) => { readonly port: number } | { readonly status: number };

/** A forward proxy on loopback: it answers CONNECT with a tunnel to a port of loopback, or with a status. */
export class ConnectProxy {
  /** `host:port` of each tunnel that was asked for. */
  public readonly asked: string[] = [];
  private readonly sockets = new Set<Duplex>();

  private constructor(
    private readonly server: Server,
    private readonly answer: TunnelAnswer,
  ) {
    server.on('connect', (request, socket) => this.connect(request, socket));
  }

  public static async start(answer: TunnelAnswer): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(createServer(), answer);
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Tunnels that are open are broken off. */
  public async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private connect({ url = '' }: IncomingMessage, socket: Duplex): void {
    this.asked.push(url);
    this.keep(socket);
    const answer = this.answer(url);
    if ('status' in answer) {
      socket.end(`HTTP/1.1 ${answer.status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const target = connect(answer.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(target).pipe(socket);
    });
    this.keep(target);
    socket.on('close', () => target.destroy());
    target.on('error', () => socket.destroy());
  }

  private keep(socket: Duplex): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
  }
}
