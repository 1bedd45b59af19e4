import { inspect } from 'node:util';
import { ConnectProxy } from '@culvert/loopback';
import { json, token } from '../test/https-server';
import { PATIENT, setup, withSecret } from '../test/setup';
import { Versions } from '../test/versions';
import { customAuthorizationServer } from './index';

describe('OktaToken', () => {
  const { server, client } = setup();

  it('makes one request for a hundred cold calls', async () => {
    server().reply(token('access'));
    const calls = client();

    await Promise.all(Array.from({ length: 100 }, () => calls.get(PATIENT)));

    expect(server().requests).toHaveLength(1);
  });

  it('asks a custom authorization server of Okta at its path', () => {
    expect(customAuthorizationServer('example.okta.com', 'aus1')).toEqual({
      issuer: 'https://example.okta.com/oauth2/aus1',
      tokenEndpoint: 'https://example.okta.com/oauth2/aus1/v1/token',
    });
  });

  it('sends the grant of a client, with its scopes', async () => {
    server().reply(token('access'));

    await client({ scopes: ['orders.read', 'orders.write'] }).get(PATIENT);

    expect(Object.fromEntries(server().requests[0]?.body ?? [])).toEqual({
      grant_type: 'client_credentials',
      scope: 'orders.read orders.write',
      client_id: 'orders-caller',
      client_secret: 'secret',
    });
  });

  it('shows neither secret nor token when it is printed', async () => {
    server().reply(token('canary-token'));
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
    server().reply(token('access'));
    const serviceAccount = new Versions({ username: 'api-access', password: 'password' });

    await client({ serviceAccount }).get(PATIENT);

    expect(Object.fromEntries(server().requests[0]?.body ?? [])).toEqual({
      grant_type: 'password',
      username: 'api-access',
      password: 'password',
      client_id: 'orders-caller',
      client_secret: 'secret',
    });
  });

  it('reaches the server through a proxy, by its name', async () => {
    server().reply(token('access'));
    const proxy = await ConnectProxy.start(() => ({ port: Number(new URL(server().origin).port) }));
    const calls = client({
      authorizationServer: customAuthorizationServer('localhost', 'aus1'),
      proxyUrl: proxy.url,
    });

    await expect(calls.get(PATIENT)).resolves.toBe('access');

    expect(proxy.asked).toEqual(['localhost:443']);
    expect(server().requests.map(({ path }) => path)).toEqual(['/oauth2/aus1/v1/token']);
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
      const issuer = `${server().origin}/oauth2/aus1`;
      server().reply(json(503, {}), metadata(issuer), token('first'), token('second'));
      const calls = client({ authorizationServer: { issuer } });

      await expect(calls.get(PATIENT)).rejects.toMatchObject({ name: 'Transient' });
      await calls.get(PATIENT);
      await calls.renew('first', PATIENT);

      expect(server().requests.map(({ path }) => path)).toEqual([
        '/oauth2/aus1/.well-known/openid-configuration',
        '/oauth2/aus1/.well-known/openid-configuration',
        '/oauth2/aus1/token',
        '/oauth2/aus1/token',
      ]);
    });

    it.each([
      ['of another issuer', () => metadata('https://elsewhere.test')],
      ['without a token endpoint', () => json(200, { issuer: server().origin })],
      [
        'whose token endpoint is not https',
        () => json(200, { issuer: server().origin, token_endpoint: 'http://localhost/token' }),
      ],
    ])('sends no secret by metadata %s', async (_, reply) => {
      server().reply(reply());

      await expect(
        client({ authorizationServer: { issuer: server().origin } }).get(PATIENT),
      ).rejects.toMatchObject({ name: 'ContractError' });
      expect(server().requests).toHaveLength(1);
    });
  });
});
