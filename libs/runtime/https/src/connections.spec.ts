import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { ConnectProxy, TestCertificateAuthority } from '@culvert/loopback';
import { type Dispatcher, fetch } from 'undici';
import { connections, type ConnectionsOptions, transportError } from './index';

const NAME = 'okta.example.test';
const limits = { maxResponseBytes: 1000, keepAlive: false };

describe('connections', () => {
  let authority: TestCertificateAuthority;
  const cleanUp: (() => unknown)[] = [];

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
  });
  afterEach(async () => {
    await Promise.all(cleanUp.splice(0).map((end) => end()));
  });

  async function serve(options: ServerOptions): Promise<{ server: Server; port: number }> {
    const server = createServer(options, ({ socket }, response) =>
      response.end(socket instanceof TLSSocket ? socket.getProtocol() : ''),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    cleanUp.push(() => {
      server.close();
      server.closeAllConnections();
    });
    return { server, port: (server.address() as AddressInfo).port };
  }

  async function proxyTo(...[answer]: Parameters<typeof ConnectProxy.start>) {
    const proxy = await ConnectProxy.start(answer);
    cleanUp.push(() => proxy.stop());
    return proxy;
  }

  function dispatcher(options: Partial<ConnectionsOptions> = {}): Dispatcher {
    const made = connections({ ca: authority.ca, ...limits, ...options });
    cleanUp.push(() => made.close());
    return made;
  }

  /** What was read, or the name and message of what failed. */
  async function read(url: string, through: Dispatcher): Promise<string> {
    try {
      return await (await fetch(url, { dispatcher: through })).text();
    } catch (error) {
      const { name, message } = transportError(error, new URL(url).host);
      return `${name}: ${message}`;
    }
  }

  it('are kept, or not', async () => {
    const { server, port } = await serve(await authority.server());
    let opened = 0;
    server.on('secureConnection', () => (opened += 1));
    const [kept, fresh] = [dispatcher({ keepAlive: true }), dispatcher()];

    for (let requests = 0; requests < 10; requests += 1)
      await read(`https://localhost:${port}`, kept);
    expect(opened).toBeLessThanOrEqual(2);
    opened = 0;
    for (let requests = 0; requests < 10; requests += 1)
      await read(`https://localhost:${port}`, fresh);
    expect(opened).toBe(10);
  });

  it('trust the further authorities of a bundle with remarks, and no other', async () => {
    const other = await TestCertificateAuthority.create();
    const { port } = await serve(await authority.server());
    const bundle = `# first\n${other.ca}\n# second\r\n${authority.ca}`;

    expect(await read(`https://localhost:${port}`, dispatcher({ ca: bundle }))).toBe('TLSv1.3');
    expect(await read(`https://localhost:${port}`, dispatcher({ ca: other.ca }))).toMatch(
      /^TlsTrustError: .*CA bundle$/,
    );
  });

  it('go through a proxy that is asked by name, and see the certificate of that name', async () => {
    const { port } = await serve(await authority.server({ names: [NAME] }));
    const proxy = await proxyTo(() => ({ port }));

    expect(await read(`https://${NAME}`, dispatcher({ proxyUrl: proxy.url }))).toBe('TLSv1.3');
    expect(proxy.asked).toEqual([`${NAME}:443`]);
  });

  it.each<[string, object, Partial<ConnectionsOptions>]>([
    ['for another name', { names: ['elsewhere.test'] }, {}],
    ['that expired', { names: [NAME], expired: true }, {}],
    ['of an unknown authority', { names: [NAME] }, { ca: undefined }],
  ])('do not trust a certificate %s behind a proxy', async (_, certificate, options) => {
    const { port } = await serve(await authority.server(certificate));
    const proxy = await proxyTo(() => ({ port }));

    expect(await read(`https://${NAME}`, dispatcher({ proxyUrl: proxy.url, ...options }))).toMatch(
      /^TlsTrustError: /,
    );
  });

  it('show the client certificate through a proxy', async () => {
    const clients = await TestCertificateAuthority.create();
    const mutual = { requestCert: true, rejectUnauthorized: true, ca: clients.ca };
    const { port } = await serve({ ...(await authority.server({ names: [NAME] })), ...mutual });
    const proxy = await proxyTo(() => ({ port }));
    const clientCertificate = await clients.client();

    expect(
      await read(`https://${NAME}`, dispatcher({ proxyUrl: proxy.url, clientCertificate })),
    ).toBe('TLSv1.3');
    expect(await read(`https://${NAME}`, dispatcher({ proxyUrl: proxy.url }))).not.toBe('TLSv1.3');
  });

  it.each([
    [403, 'AuthConfigError', 'the proxy answered 403: check whom it lets through'],
    [407, 'AuthConfigError', 'the proxy answered 407: check whom it lets through'],
    [502, 'Transient', 'the proxy answered 502'],
  ])('tell that the proxy answered %i', async (status, name, message) => {
    const proxy = await proxyTo(() => ({ status }));

    const failure = await read(`https://${NAME}`, dispatcher({ proxyUrl: proxy.url }));

    expect(failure).toMatch(new RegExp(`^${name}: .*${NAME.replaceAll('.', '\\.')}: ${message}`));
  });

  it('tell that no proxy listens', async () => {
    const proxy = await ConnectProxy.start(() => ({ status: 500 }));
    const { url } = proxy;
    await proxy.stop();

    expect(await read(`https://${NAME}`, dispatcher({ proxyUrl: url }))).toMatch(
      /^Transient: .*ECONNREFUSED$/,
    );
  });

  it.each([
    'proxy.internal:3128',
    'https://proxy.internal:3128',
    'http://user:canary@proxy.internal:3128',
    'http://proxy.internal:3128/path',
    'http://proxy.internal?canary',
  ])('are not made through %s', (proxyUrl) => {
    const make = () => dispatcher({ proxyUrl });
    expect(make).toThrow(expect.objectContaining({ name: 'InvalidInput' }));
    expect(make).not.toThrow(/canary/);
  });

  it('are not made with what cannot be used, and do not tell of the key', async () => {
    const [one, other] = [await authority.client(), await authority.client()];
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
    const unusable: [Partial<ConnectionsOptions>, string][] = [
      [{ ca: '' }, 'the CA bundle has no certificate'],
      [{ ca: 'no certificate' }, 'the CA bundle has no certificate'],
      [{ ca: `${one.cert}\n${broken}` }, 'certificate 2 of 2 is unreadable'],
      [{ clientCertificate: { cert: one.cert, key: other.key } }, 'MISMATCH'],
      [{ clientCertificate: { cert: one.cert, key: 'canary' } }, 'client certificate'],
      [{ clientCertificate: { cert: 'canary', key: one.key } }, 'client certificate'],
    ];

    for (const [options, message] of unusable) {
      expect(() => dispatcher(options)).toThrow(
        expect.objectContaining({
          name: options.ca === undefined ? 'AuthConfigError' : 'TlsTrustError',
          message: expect.stringContaining(message),
        }),
      );
      expect(() => dispatcher(options)).not.toThrow(/canary/);
    }
  });
});
