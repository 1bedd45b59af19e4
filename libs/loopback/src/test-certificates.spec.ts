import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ConnectionOptions, connect, createServer, type TLSSocket } from 'node:tls';
import { type TestCertificate, TestCertificateAuthority } from './test-certificates';

describe('TestCertificateAuthority', () => {
  let authority: TestCertificateAuthority;

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
  });

  it('issues certificates that a client trusting it accepts', async () => {
    const { ca } = authority;

    await expect(handshake(await authority.server(), { ca })).resolves.toBe('CN=localhost');
  });

  it.each([
    ['expired', { expired: true }, 'CERT_HAS_EXPIRED'],
    ['for another name', { names: ['elsewhere.test'] }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('issues certificates that are %s', async (_, options, code) => {
    const certificate = await authority.server(options);

    await expect(handshake(certificate, { ca: authority.ca })).rejects.toMatchObject({ code });
  });

  it('is not trusted by a client that knows another authority', async () => {
    const { ca } = await TestCertificateAuthority.create();

    await expect(handshake(await authority.server(), { ca })).rejects.toMatchObject({
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
    });
  });

  it('issues certificates for clients', async () => {
    const { ca } = authority;
    const client = await authority.client('caller');

    await expect(handshake(await authority.server(), { ca, ...client })).resolves.toBe(
      'CN=localhost, client CN=caller',
    );
  });

  /** The names that both sides saw. */
  async function handshake(server: TestCertificate, client: ConnectionOptions): Promise<string> {
    const { ca } = authority;
    const options = { ...server, ca, requestCert: true, rejectUnauthorized: false };
    const listener = createServer(options, (socket: TLSSocket) => {
      const { CN } = socket.getPeerCertificate().subject ?? {};
      socket.on('error', () => undefined);
      socket.end(socket.authorized ? `, client CN=${CN}` : '');
    });
    listener.on('tlsClientError', () => undefined);
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const { port } = listener.address() as AddressInfo;
    try {
      const socket = connect({ ...client, host: '127.0.0.1', servername: 'localhost', port });
      let greeting = '';
      socket.on('data', (data) => (greeting += data.toString()));
      await once(socket, 'secureConnect');
      const { CN } = socket.getPeerCertificate().subject;
      await once(socket, 'end');
      return `CN=${CN}${greeting}`;
    } finally {
      listener.close();
    }
  }
});
