import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { InvalidInput } from '@culvert/errors';
import { ScriptedServer, TestCertificateAuthority } from '@culvert/loopback';
import { ok, order } from '../test/answers';
import { apiAndClient } from '../test/test-client';
import { ApiClient } from './index';

const get = { method: 'GET', path: '/orders' } as const;
const time = { remainingMs: 30_000 };

/** When all connections but so many were closed. */
async function reduced(api: ScriptedServer, connections: number): Promise<void> {
  while ((await api.openConnections()) > connections) {
    await setImmediate();
  }
}

describe('connections', () => {
  let authority: TestCertificateAuthority;

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
  });

  it('are used again', async () => {
    const { api, client, stop } = await apiAndClient(authority, [ok]);

    for (let calls = 0; calls < 20; calls += 1) {
      await client.call(get, time);
    }

    expect(api.received).toHaveLength(20);
    // the second is opened while the first reads what follows the body
    expect(api.connections).toBeLessThanOrEqual(2);
    await stop();
  });

  it('are not used again by what is not safe to repeat', async () => {
    const { api, client, stop } = await apiAndClient(authority, [ok]);

    for (let calls = 0; calls < 5; calls += 1) {
      await client.call({ ...get, method: 'POST' }, time);
    }

    expect(api.connections).toBe(5);
    await stop();
  });

  it('are left behind when they were idle while the clock went on', async () => {
    const { api, client, stop } = await apiAndClient(authority, [ok]);
    await client.call(get, time);
    const thawed = Date.now() + 600_000;
    jest.spyOn(Date, 'now').mockImplementation(() => thawed);

    await client.call(get, time);

    jest.restoreAllMocks();
    await reduced(api, 1);
    expect(api.connections).toBe(2);
    await stop();
  });

  it('end when the client is closed, and no call begins then', async () => {
    const { api, client, stop } = await apiAndClient(authority, [ok]);
    await client.call(get, time);
    expect(await api.openConnections()).toBe(1);

    await client.close();
    await reduced(api, 0);

    expect(await api.openConnections()).toBe(0);
    await expect(client.call(get, time)).rejects.toThrow(InvalidInput);
    await stop();
  });

  it('are refused from a stranger, whatever the environment says', async () => {
    const stranger = await TestCertificateAuthority.create();
    const { api, client, stop } = await apiAndClient(authority, [ok], { ca: stranger.ca });
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';

    await expect(client.call(get, time)).rejects.toHaveProperty('name', 'TlsTrustError');

    delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    expect(api.received).toHaveLength(0);
    await stop();
  });

  it('show our certificate to an API that asks for one', async () => {
    const clients = await TestCertificateAuthority.create();
    const mutual = { requestCert: true, rejectUnauthorized: true, ca: clients.ca };
    const api = await ScriptedServer.https({ ...(await authority.server()), ...mutual }, ok);
    const client = new ApiClient({
      baseUrl: api.origin,
      ca: authority.ca,
      clientCertificate: await clients.client(),
    });

    expect(await client.call(get, time)).toMatchObject({ body: order });

    await client.close();
    await api.stop();
  });

  it.each([
    ['bad certificate', 42],
    ['certificate expired', 45],
    ['unknown authority', 48],
    ['certificate required', 116],
  ])('are a matter of credentials when the API alerts: %s', async (_name, alert) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, alert])));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new ApiClient({ baseUrl: `https://localhost:${port}` });

    await expect(client.call(get, time)).rejects.toMatchObject({
      name: 'AuthConfigError',
      message: expect.stringContaining('client certificate'),
    });

    await client.close();
    server.close();
  });

  it.each([
    [{ ca: 'no certificate' }, 'TlsTrustError'],
    [{ clientCertificate: { cert: 'no certificate', key: 'key-canary' } }, 'AuthConfigError'],
  ])('fail when a certificate cannot be used: %j', (options, name) => {
    const create = () => new ApiClient({ baseUrl: 'https://orders.internal', ...options });

    expect(create).toThrow(expect.objectContaining({ name }));
    expect(create).not.toThrow(/canary/);
  });
});
