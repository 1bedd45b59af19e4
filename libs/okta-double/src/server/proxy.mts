import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

interface Way {
  /** The one destination there is, `host:port`. */
  readonly from: string;
  /** Where it is on loopback. */
  readonly port: number;
}

/** A forward proxy that knows one destination. @returns its port */
export async function startProxy({ from, port }: Way): Promise<number> {
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', ({ url }, client, head) => {
    client.on('error', () => undefined);
    if (url !== from) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}
