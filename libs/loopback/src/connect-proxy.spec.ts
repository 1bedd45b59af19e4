import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { ConnectProxy } from './index';

async function connectThrough(proxy: ConnectProxy) {
  const asked = request(proxy.url, { method: 'CONNECT', path: 'elsewhere.test:443', agent: false });
  asked.end();
  const [response, socket, head] = await once(asked, 'connect');
  return { status: response.statusCode, answer: `${head}${await text(socket)}` };
}

describe('ConnectProxy', () => {
  it('connects to the port that it is told, whatever the name', async () => {
    const server = createServer((socket) => socket.end('hello'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const proxy = await ConnectProxy.start(() => ({ port }));

    expect(await connectThrough(proxy)).toEqual({ status: 200, answer: 'hello' });
    expect(proxy.asked).toEqual(['elsewhere.test:443']);

    await proxy.stop();
    server.close();
  });

  it('refuses with the status that it is told', async () => {
    const proxy = await ConnectProxy.start(() => ({ status: 403 }));

    expect(await connectThrough(proxy)).toEqual({ status: 403, answer: '' });

    await proxy.stop();
  });
});
