import { generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { TestCertificateAuthority } from '@culvert/testing';
import { Agent, fetch, ProxyAgent } from 'undici';
import { OktaDouble, type OktaDoubleOptions } from './index';

const DOMAIN = 'culvert.okta.example.com';
const CUSTOM = '/oauth2/ausculvert/v1/token';
const ORG = '/oauth2/v1/token';
const SECRETS = '/api/v1/apps/0oaInvoices/credentials/secrets';
const KEYS = '/api/v1/apps/0oaOrders/credentials/jwks';
const PASSWORD = 'pass word: 100% /+&=';

const keys = {
  orders: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  next: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  management: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
type KeyName = keyof typeof keys;

describe('OktaDouble', () => {
  let ca: string;
  let okta: OktaDouble;
  let agent: Agent;

  beforeAll(async () => {
    const authority = await TestCertificateAuthority.create();
    ca = authority.ca;
    okta = await OktaDouble.start({
      ...options,
      certificate: await authority.server({ names: [DOMAIN] }),
    });
    agent = new Agent({ connect: { ca, servername: DOMAIN } });
  }, 30_000);

  afterEach(() => okta.mend());

  afterAll(async () => {
    await agent.close();
    await okta.stop();
  });

  async function send(
    method: string,
    path: string,
    { token, body }: { token?: string; body?: unknown } = {},
  ) {
    const response = await fetch(`https://127.0.0.1:${okta.port}${path}`, {
      method,
      dispatcher: agent,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  async function ask(path: string, form: Record<string, string>, basic?: string) {
    const response = await fetch(`https://127.0.0.1:${okta.port}${path}`, {
      method: 'POST',
      dispatcher: agent,
      headers: basic === undefined ? {} : { authorization: `Basic ${btoa(basic)}` },
      body: new URLSearchParams(form),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  const withSecret = (secret: string, scope = 'invoices.read') =>
    ask(CUSTOM, { grant_type: 'client_credentials', scope }, `0oaInvoices:${secret}`);
  const withKey = (name: KeyName, kid: string) =>
    ask(CUSTOM, { ...assertion(name, kid, '0oaOrders', CUSTOM), scope: 'orders.read' });
  const withPassword = (password: string) =>
    ask(CUSTOM, {
      grant_type: 'password',
      username: 'a@example.com',
      password,
      scope: 'shipments.read',
      client_id: '0oaShipments',
      client_secret: 'secret of shipments',
    });
  const management = async (scope = 'okta.apps.manage okta.users.manage') => {
    const { body } = await ask(ORG, { ...assertion('management', 'm-1', '0oaAdmin', ORG), scope });
    return body['access_token'] as string;
  };

  describe('tokens', () => {
    it.each([
      ['a secret', () => withSecret('secret of invoices'), '0oaInvoices', 'invoices.read'],
      ['a key', () => withKey('orders', 'k-1'), '0oaOrders', 'orders.read'],
      ['a service account', () => withPassword(PASSWORD), '0oaShipments', 'shipments.read'],
    ])('are given for %s', async (_, request, cid, scope) => {
      const { status, body } = await request();

      expect(status).toBe(200);
      expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope });
      expect(claims(body['access_token'])).toMatchObject({
        iss: okta.issuer,
        aud: okta.issuer,
        cid,
        scope,
      });
    });

    it('have the claims of their client', async () => {
      const { body } = await withSecret('secret of invoices');

      expect(claims(body['access_token'])).toMatchObject({ costCentre: 'c-7' });
    });

    it.each([
      ['a wrong secret', () => withSecret('wrong'), 401, 'invalid_client'],
      ['another key', () => withKey('next', 'k-1'), 401, 'invalid_client'],
      ['a wrong password', () => withPassword('wrong'), 400, 'invalid_grant'],
      ['an unknown scope', () => withSecret('secret of invoices', 'all'), 400, 'invalid_scope'],
      [
        "another's scope",
        () => withSecret('secret of invoices', 'orders.read'),
        400,
        'invalid_scope',
      ],
      ['no scope', () => withSecret('secret of invoices', ''), 400, 'invalid_scope'],
    ])('are refused for %s', async (_, request, status, error) => {
      await expect(request()).resolves.toMatchObject({ status, body: { error } });
    });

    it('are had through the proxy, under the own name', async () => {
      const proxy = new ProxyAgent({ uri: okta.proxyUrl, requestTls: { ca } });

      const response = await fetch(`${okta.issuer}/v1/keys`, { dispatcher: proxy });

      expect(await response.json()).toMatchObject({ keys: [{ alg: 'RS256' }] });
      await expect(fetch('https://elsewhere.test/', { dispatcher: proxy })).rejects.toThrow();
      await proxy.close();
    });
  });

  describe('the management API', () => {
    it('has two secrets side by side at most, and deletes inactive ones only', async () => {
      const token = await management();

      const created = await send('POST', SECRETS, { token, body: {} });

      expect(created).toMatchObject({ status: 201, body: { status: 'ACTIVE' } });
      const { id, client_secret: secret } = created.body;
      await expect(withSecret(secret)).resolves.toMatchObject({ status: 200 });
      await expect(withSecret('secret of invoices')).resolves.toMatchObject({ status: 200 });
      await expect(send('POST', SECRETS, { token })).resolves.toMatchObject({ status: 400 });
      const list = await send('GET', SECRETS, { token });
      expect(list.body).toHaveLength(2);
      expect(JSON.stringify(list)).not.toContain(secret);

      const one = `${SECRETS}/${id}`;
      await expect(send('DELETE', one, { token })).resolves.toMatchObject({ status: 400 });
      await send('POST', `${one}/lifecycle/deactivate`, { token });
      await expect(withSecret(secret)).resolves.toMatchObject({ status: 401 });
      await send('POST', `${one}/lifecycle/activate`, { token });
      await expect(withSecret(secret)).resolves.toMatchObject({ status: 200 });
      await send('POST', `${one}/lifecycle/deactivate`, { token });
      await expect(send('DELETE', one, { token })).resolves.toMatchObject({ status: 204 });
      await expect(send('GET', one, { token })).resolves.toMatchObject({ status: 404 });
      const { secrets } = await okta.credentials('0oaInvoices');
      expect(secrets).toMatchObject([{ status: 'ACTIVE' }]);
      await expect(
        send('POST', `${SECRETS}/${secrets[0]?.id}/lifecycle/deactivate`, { token }),
      ).resolves.toMatchObject({ status: 400 });
    });

    it('adds and removes keys', async () => {
      const token = await management();
      const jwk = { ...publicJwk('next', 'k-2'), use: 'sig', alg: 'RS256' };

      const added = await send('POST', KEYS, { token, body: jwk });

      expect(added).toMatchObject({ status: 201, body: { kid: 'k-2', status: 'ACTIVE' } });
      await expect(withKey('next', 'k-2')).resolves.toMatchObject({ status: 200 });
      await expect(withKey('orders', 'k-1')).resolves.toMatchObject({ status: 200 });
      await expect(send('POST', KEYS, { token, body: jwk })).resolves.toMatchObject({
        status: 400,
      });
      const list = await send('GET', KEYS, { token });
      expect(list.body).toMatchObject({ jwks: { keys: [{ kid: 'k-1' }, { kid: 'k-2' }] } });
      const one = `${KEYS}/${added.body.id}`;
      await expect(send('DELETE', one, { token })).resolves.toMatchObject({ status: 400 });
      await send('POST', `${one}/lifecycle/deactivate`, { token });
      await expect(withKey('next', 'k-2')).resolves.toMatchObject({ status: 401 });
      await expect(send('DELETE', one, { token })).resolves.toMatchObject({ status: 204 });
      await expect(okta.credentials('0oaOrders')).resolves.toMatchObject({
        keys: [{ kid: 'k-1', status: 'ACTIVE' }],
      });
    });

    it.each([
      ['without a name', { kid: undefined }],
      ['that is not whole', { n: undefined }],
      ['that is private', { d: 'private' }],
      ['for encryption', { use: 'enc' }],
    ])('refuses a key %s', async (_, change) => {
      const body = { ...publicJwk('next', 'k-3'), use: 'sig', alg: 'RS256', ...change };

      await expect(send('POST', KEYS, { token: await management(), body })).resolves.toMatchObject({
        status: 400,
        body: { errorCode: 'E0000001' },
      });
    });

    it('sets a password', async () => {
      const body = { credentials: { password: { value: 'another password' } } };
      const token = await management();

      await expect(send('POST', '/api/v1/users/00uA', { token, body })).resolves.toMatchObject({
        status: 200,
        body: { id: '00uA', credentials: { password: {} } },
      });

      await expect(withPassword(PASSWORD)).resolves.toMatchObject({ status: 400 });
      await expect(withPassword('another password')).resolves.toMatchObject({ status: 200 });
    });

    it('is for tokens with the scope only', async () => {
      const { body } = await withSecret('secret of invoices');
      const token = await management('okta.users.manage');

      for (const [bearer, status] of [
        [undefined, 401],
        ['unknown', 401],
        [body['access_token'], 401],
        [token, 403],
      ] as const)
        await expect(send('GET', SECRETS, bearer ? { token: bearer } : {})).resolves.toMatchObject({
          status,
        });
    });

    it.each([
      '/api/v1/apps/none/credentials/secrets',
      `${SECRETS}/none`,
      `${KEYS}/none`,
      '/api/v1/groups',
    ])('does not know %s', async (path) => {
      await expect(send('GET', path, { token: await management() })).resolves.toMatchObject({
        status: 404,
        body: { errorCode: 'E0000007' },
      });
    });
  });

  describe('faults', () => {
    it('come as often as they are ordered, and where', async () => {
      await okta.fail('token', { status: 503 }, { skip: 1, times: 2 });
      const before = await okta.counts();

      const statuses: number[] = [];
      for (let asked = 0; asked < 4; asked += 1)
        statuses.push((await withSecret('secret of invoices')).status);

      expect(statuses).toEqual([200, 503, 503, 200]);
      const { tokenRequests } = await okta.counts();
      expect(tokenRequests - before.tokenRequests).toBe(4);
    });

    it('can be an answer with headers', async () => {
      await okta.fail(`GET ${SECRETS}`, { status: 429, headers: { 'x-rate-limit-reset': '1' } });

      await expect(send('GET', SECRETS, {})).resolves.toMatchObject({
        status: 429,
        body: { errorCode: 'E0000047' },
      });
      await expect(send('GET', SECRETS, {})).resolves.toMatchObject({ status: 401 });
    });

    it.each([
      ['reset', 1],
      ['lost', 2],
    ] as const)('%s leaves %i secrets', async (kind, count) => {
      const token = await management();
      await okta.fail('management', kind);

      await expect(send('POST', SECRETS, { token })).rejects.toThrow('fetch failed');

      const { secrets } = await okta.credentials('0oaInvoices');
      expect(secrets).toHaveLength(count);
    });

    it('can be silence', async () => {
      await okta.fail('*', 'hang');
      const gaveUp = AbortSignal.timeout(50);

      await expect(
        fetch(`https://127.0.0.1:${okta.port}/`, { dispatcher: agent, signal: gaveUp }),
      ).rejects.toThrow('timeout');
    });
  });

  it('says what it cannot start with', async () => {
    await expect(
      OktaDouble.start({ ...options, certificate: { cert: 'none', key: 'none' } }),
    ).rejects.toThrow(/PEM/);
  }, 30_000);

  it('answers nothing after its end', async () => {
    const authority = await TestCertificateAuthority.create();
    const other = await OktaDouble.start({ ...options, certificate: await authority.server() });

    await other.stop();

    await expect(other.counts()).rejects.toThrow();
  }, 30_000);
});

const options: Omit<OktaDoubleOptions, 'certificate'> = {
  domain: DOMAIN,
  authorizationServerId: 'ausculvert',
  clients: [
    {
      clientId: '0oaOrders',
      appId: '0oaOrders',
      grant: 'private_key_jwt',
      jwk: publicJwk('orders', 'k-1'),
      scopes: ['orders.read'],
    },
    {
      clientId: '0oaInvoices',
      appId: '0oaInvoices',
      grant: 'client_secret',
      clientSecret: 'secret of invoices',
      scopes: ['invoices.read'],
      claims: { costCentre: 'c-7' },
    },
    {
      clientId: '0oaShipments',
      appId: '0oaShipments',
      grant: 'password',
      clientAuthentication: 'post',
      clientSecret: 'secret of shipments',
      scopes: ['shipments.read'],
    },
  ],
  users: [{ userId: '00uA', username: 'a@example.com', password: PASSWORD }],
  management: { clientId: '0oaAdmin', jwk: publicJwk('management', 'm-1') },
  tokenLifetime: 600,
};

function publicJwk(name: KeyName, kid: string): JsonWebKey & { kid: string } {
  return { ...keys[name].publicKey.export({ format: 'jwk' }), kid };
}

function assertion(name: KeyName, kid: string, client: string, path: string) {
  const { privateKey } = keys[name];
  const alg = privateKey.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256';
  const now = Math.floor(Date.now() / 1000);
  const aud = `https://${DOMAIN}${path}`;
  const claims = { iss: client, sub: client, aud, jti: randomUUID(), iat: now, exp: now + 60 };
  const signed = [{ alg, kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return {
    grant_type: 'client_credentials',
    client_id: client,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${signed}.${signature.toString('base64url')}`,
  };
}

function claims(token = ''): unknown {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
