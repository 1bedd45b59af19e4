import { inspect } from 'node:util';
import type { SigningKey } from '@culvert/credential';
import { ConnectProxy, TestCertificateAuthority } from '@culvert/testing';
import { HttpsServer, json, token } from '../test/https-server';
import { KmsServer } from '../test/kms-server';
import { Versions } from '../test/versions';
import {
  ClientSecret,
  customAuthorizationServer,
  fixedSecret,
  OktaToken,
  type OktaTokenOptions,
  PrivateKeyJwt,
  type SecretSource,
} from './index';

const PATIENT = { remainingMs: 25_000 };
const refused = (error: string, headers = {}) => json(401, { error }, headers);

describe('OktaToken', () => {
  let server: HttpsServer;
  let kms: KmsServer;
  let ca: string;

  beforeAll(async () => {
    const authority = await TestCertificateAuthority.create();
    ca = authority.ca;
    server = await HttpsServer.start(await authority.server());
    kms = await KmsServer.start();
  });

  afterAll(() => Promise.all([server.close(), kms.close()]));

  const client = (options: Partial<OktaTokenOptions> = {}): OktaToken =>
    new OktaToken({
      authorizationServer: {
        issuer: `${server.origin}/oauth2/aus1`,
        tokenEndpoint: `${server.origin}/oauth2/aus1/v1/token`,
      },
      clientId: 'orders-caller',
      authentication: withSecret(new Versions({ clientSecret: 'secret' })),
      ca,
      ...options,
    });
  const withSecret = (secret: SecretSource<{ clientSecret: string }>) =>
    new ClientSecret({ secret, method: 'post' });

  it('makes one request for a hundred cold calls', async () => {
    server.reply(token('access'));
    const calls = client();

    await Promise.all(Array.from({ length: 100 }, () => calls.get(PATIENT)));

    expect(server.requests).toHaveLength(1);
  });

  it('asks a custom authorization server of Okta at its path', () => {
    expect(customAuthorizationServer('example.okta.com', 'aus1')).toEqual({
      issuer: 'https://example.okta.com/oauth2/aus1',
      tokenEndpoint: 'https://example.okta.com/oauth2/aus1/v1/token',
    });
  });

  it('sends the grant of a client, with its scopes', async () => {
    server.reply(token('access'));

    await client({ scopes: ['orders.read', 'orders.write'] }).get(PATIENT);

    expect(Object.fromEntries(server.requests[0]?.body ?? [])).toEqual({
      grant_type: 'client_credentials',
      scope: 'orders.read orders.write',
      client_id: 'orders-caller',
      client_secret: 'secret',
    });
  });

  it('shows neither secret nor token when it is printed', async () => {
    server.reply(token('canary-token'));
    const canary = new Versions({ clientSecret: 'canary-secret' });
    const calls = client({
      authentication: withSecret({
        get: () => canary.get(),
        refresh: (refused) => canary.refresh(refused),
      }),
    });
    await calls.get(PATIENT);

    expect(inspect(calls, { depth: null, showHidden: true })).not.toContain('canary');
  });

  it('sends the grant of a service account, with the authentication of the client', async () => {
    server.reply(token('access'));
    const serviceAccount = new Versions({ username: 'api-access', password: 'password' });

    await client({ serviceAccount }).get(PATIENT);

    expect(Object.fromEntries(server.requests[0]?.body ?? [])).toEqual({
      grant_type: 'password',
      username: 'api-access',
      password: 'password',
      client_id: 'orders-caller',
      client_secret: 'secret',
    });
  });

  it('reaches the server through a proxy, by its name', async () => {
    server.reply(token('access'));
    const proxy = await ConnectProxy.start(() => ({ port: Number(new URL(server.origin).port) }));
    const calls = client({
      authorizationServer: customAuthorizationServer('localhost', 'aus1'),
      proxyUrl: proxy.url,
    });

    await expect(calls.get(PATIENT)).resolves.toBe('access');

    expect(proxy.asked).toEqual(['localhost:443']);
    expect(server.requests.map(({ path }) => path)).toEqual(['/oauth2/aus1/v1/token']);
    await proxy.stop();
  });

  it('is not let through by a proxy', async () => {
    const proxy = await ConnectProxy.start(() => ({ status: 403 }));

    await expect(client({ proxyUrl: proxy.url }).get(PATIENT)).rejects.toMatchObject({
      name: 'AuthConfigError',
      message: expect.stringContaining('the proxy answered 403'),
    });
    await proxy.stop();
  });

  it.each([
    [{ ca: 'no certificate' }, 'TlsTrustError'],
    [{ proxyUrl: 'proxy.internal:3128' }, 'InvalidInput'],
  ])('is not made with %j', (options, name) => {
    expect(() => client(options)).toThrow(expect.objectContaining({ name }));
  });

  describe('discovery', () => {
    const metadata = (issuer: string) => json(200, { issuer, token_endpoint: `${issuer}/token` });

    it('happens once, and again after it failed', async () => {
      const issuer = `${server.origin}/oauth2/aus1`;
      server.reply(json(503, {}), metadata(issuer), token('first'), token('second'));
      const calls = client({ authorizationServer: { issuer } });

      await expect(calls.get(PATIENT)).rejects.toMatchObject({ name: 'Transient' });
      await calls.get(PATIENT);
      await calls.renew('first', PATIENT);

      expect(server.requests.map(({ path }) => path)).toEqual([
        '/oauth2/aus1/.well-known/openid-configuration',
        '/oauth2/aus1/.well-known/openid-configuration',
        '/oauth2/aus1/token',
        '/oauth2/aus1/token',
      ]);
    });

    it.each([
      ['of another issuer', () => metadata('https://elsewhere.test')],
      ['without a token endpoint', () => json(200, { issuer: server.origin })],
      [
        'whose token endpoint is not https',
        () => json(200, { issuer: server.origin, token_endpoint: 'http://localhost/token' }),
      ],
    ])('sends no secret by metadata %s', async (_, reply) => {
      server.reply(reply());

      await expect(
        client({ authorizationServer: { issuer: server.origin } }).get(PATIENT),
      ).rejects.toMatchObject({ name: 'ContractError' });
      expect(server.requests).toHaveLength(1);
    });
  });

  describe('after a refusal', () => {
    it('reads the secret again, and tries once with the new one', async () => {
      server.reply(refused('invalid_client'), token('access'));
      const secret = new Versions({ clientSecret: 'old' }, { clientSecret: 'new' });

      await client({ authentication: withSecret(secret) }).get(PATIENT);

      expect(server.requests.map(({ body }) => body.get('client_secret'))).toEqual(['old', 'new']);
    });

    it('reads the service account again, and tries once with the new password', async () => {
      server.reply(refused('invalid_grant'), token('access'));
      const serviceAccount = new Versions(
        { username: 'api-access', password: 'old' },
        { username: 'api-access', password: 'new' },
      );

      await client({ serviceAccount }).get(PATIENT);

      expect(server.requests.map(({ body }) => body.get('password'))).toEqual(['old', 'new']);
    });

    it('does not try a third time', async () => {
      server.reply(refused('invalid_client'));
      const secret = new Versions(
        { clientSecret: '1' },
        { clientSecret: '2' },
        { clientSecret: '3' },
      );

      await expect(client({ authentication: withSecret(secret) }).get(PATIENT)).rejects.toThrow(
        'invalid_client',
      );
      expect(server.requests).toHaveLength(2);
    });

    it('does not send the same password again, which would lock the account', async () => {
      server.reply(refused('invalid_grant'));
      const serviceAccount = new Versions({ username: 'api-access', password: 'old' });

      await expect(client({ serviceAccount }).get(PATIENT)).rejects.toThrow('invalid_grant');
      expect(serviceAccount.refused).toEqual(['version-0']);
      expect(server.requests).toHaveLength(1);
    });

    describe('with one secret for client and service account', () => {
      const credential = (version: number) => ({
        clientSecret: `secret-${version}`,
        username: `account-${version}`,
        password: `password-${version}`,
      });
      const callsWith = (secret: Versions<ReturnType<typeof credential>>) =>
        client({ authentication: withSecret(secret), serviceAccount: secret });
      const sent = () =>
        server.requests.map(({ body }) =>
          ['client_secret', 'username', 'password'].map((name) => body.get(name)),
        );

      it.each(['invalid_client', 'invalid_grant'])('reads it again once after %s', async (code) => {
        server.reply(refused(code), token('access'));
        const secret = new Versions(credential(1), credential(2));

        await callsWith(secret).get(PATIENT);

        expect(secret.refused).toEqual(['version-0']);
        expect(sent()).toEqual([
          ['secret-1', 'account-1', 'password-1'],
          ['secret-2', 'account-2', 'password-2'],
        ]);
      });

      it('does not send the same password again when only the rest has changed', async () => {
        server.reply(refused('invalid_grant'));
        const secret = new Versions(credential(1), { ...credential(1), clientSecret: 'secret-2' });

        await expect(callsWith(secret).get(PATIENT)).rejects.toThrow('invalid_grant');
        expect(server.requests).toHaveLength(1);
      });
    });

    it('keeps the error of a secret that cannot be read', async () => {
      server.reply(refused('invalid_client'));
      const secret = new Versions({ clientSecret: 'old' });
      const error = new Error('denied');
      secret.refresh = () => Promise.reject(error);

      await expect(client({ authentication: withSecret(secret) }).get(PATIENT)).rejects.toBe(error);
    });

    const privateKeyJwt = (
      key: SecretSource<SigningKey> = fixedSecret(signingKey('ES256')),
    ): PrivateKeyJwt => new PrivateKeyJwt({ kms: kms.client(), key });
    const signingKey = (algorithm: SigningKey['algorithm']): SigningKey => ({
      keyId: `key-of-${algorithm}`,
      kmsKeyId: algorithm,
      algorithm,
    });
    const signedWith = () =>
      server.requests.map(({ body }) => {
        const [header = ''] = body.get('client_assertion')?.split('.') ?? [];
        return JSON.parse(Buffer.from(header, 'base64url').toString()).kid;
      });

    it('signs once more with another key when the secret names another', async () => {
      server.reply(refused('invalid_client'), token('access'));
      const key = new Versions(signingKey('ES256'), signingKey('RS256'));

      await client({ authentication: privateKeyJwt(key) }).get(PATIENT);

      expect(signedWith()).toEqual(['key-of-ES256', 'key-of-RS256']);
      expect(key.refused).toEqual(['version-0']);
    });

    it('takes the other key, too, when KMS has none of the first any more', async () => {
      server.reply(token('access'));
      const gone = { ...signingKey('ES256'), kmsKeyId: 'gone' };
      const key = new Versions(gone, signingKey('RS256'));

      await client({ authentication: privateKeyJwt(key) }).get(PATIENT);

      expect(signedWith()).toEqual(['key-of-RS256']);
    });

    it('does not sign again with a key that is the same in another version', async () => {
      server.reply(refused('invalid_client'));
      const key = new Versions(
        { ...signingKey('ES256'), ca: 'old' },
        { ...signingKey('ES256'), ca: 'new' },
      );

      await expect(client({ authentication: privateKeyJwt(key) }).get(PATIENT)).rejects.toThrow(
        'invalid_client',
      );
      expect(key.refused).toEqual(['version-0']);
      expect(server.requests).toHaveLength(1);
    });

    it('signs once more by the clock of the server when ours is wrong', async () => {
      const date = 'Sat, 01 Jan 2028 00:00:00 GMT';
      server.reply(refused('invalid_client', { date }), token('access'));

      await client({ authentication: privateKeyJwt() }).get(PATIENT);

      const assertion = server.requests[1]?.body.get('client_assertion')?.split('.')[1] ?? '';
      const { iat } = JSON.parse(Buffer.from(assertion, 'base64url').toString());
      expect(Math.abs(iat - Date.parse(date) / 1000)).toBeLessThan(60);
    });

    it('does not sign again when our clock is right', async () => {
      server.reply(refused('invalid_client'));

      await expect(client({ authentication: privateKeyJwt() }).get(PATIENT)).rejects.toThrow(
        'invalid_client',
      );
      expect(server.requests).toHaveLength(1);
    });
  });
});
