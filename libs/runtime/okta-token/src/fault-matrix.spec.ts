import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type TestCertificate, TestCertificateAuthority } from '@culvert/loopback';
import { HttpsServer, json, type Reply, token } from '../test/https-server';
import { Versions } from '../test/versions';
import { ClientSecret, OktaToken, type OktaTokenOptions } from './index';

const CANARY = 'canary-9f2c';
const DATE = 'Sat, 01 Jan 2028 00:00:00 GMT';
const EPOCH = Date.parse(DATE) / 1000;

const refusal = (status: number, error: string, headers = {}): Reply =>
  json(status, { error, error_description: `no, ${CANARY}` }, headers);
const limited = (headers: Record<string, string>): Reply =>
  json(429, { errorCode: 'E0000047' }, { date: DATE, ...headers });
const answer = (status: number, type: string, body: string): Reply => {
  return (response) => response.writeHead(status, { 'content-type': type }).end(body);
};
const grant = (fields: object): Reply =>
  json(200, { access_token: CANARY, token_type: 'Bearer', expires_in: 3600, ...fields });
const hang: Reply = () => undefined;
const reset: Reply = (response) => response.destroy();
const resetInBody: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
  response.write(`{"access_token":"${CANARY}`, () => response.destroy());
};
const drip: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
};

const notGzip: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(CANARY);
};
const notHttp: Reply = (response) => response.socket?.end(`${CANARY}\r\n\r\n`);
const bomb: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(gzipSync(Buffer.alloc(10_000_000)));
};

describe('OktaToken with a server that misbehaves', () => {
  let authority: TestCertificateAuthority;
  let server: HttpsServer;
  let cert: TestCertificate;

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
    cert = await authority.server();
    server = await HttpsServer.start(cert);
  });

  afterAll(() => server.close());

  const client = (options: Partial<OktaTokenOptions> = {}): OktaToken =>
    new OktaToken({
      authorizationServer: {
        issuer: server.origin,
        tokenEndpoint: `${server.origin}/oauth2/aus1/v1/token`,
      },
      clientId: 'orders-caller',
      authentication: new ClientSecret({
        secret: new Versions({ clientSecret: `${CANARY}-secret` }),
        method: 'post',
      }),
      serviceAccount: new Versions({
        username: `${CANARY}@example.com`,
        password: `${CANARY}-password`,
      }),
      ca: authority.ca,
      ...options,
    });

  it.each<[string, Reply[], string, number, Partial<OktaTokenOptions & { remainingMs: number }>?]>([
    ['400 invalid_client', [refusal(400, 'invalid_client')], 'AuthConfigError', 1],
    ['401 invalid_client', [refusal(401, 'invalid_client')], 'AuthConfigError', 1],
    [
      '401 with a challenge',
      [refusal(401, 'invalid_client', { 'www-authenticate': `Basic realm="${CANARY}"` })],
      'AuthConfigError',
      1,
    ],
    ['400 invalid_scope', [refusal(400, 'invalid_scope')], 'AuthConfigError', 1],
    ['400 unauthorized_client', [refusal(400, 'unauthorized_client')], 'AuthConfigError', 1],
    ['400 invalid_grant', [refusal(400, 'invalid_grant')], 'AuthConfigError', 1],
    ['403 access_denied', [refusal(403, 'access_denied')], 'AuthConfigError', 1],
    ['400 with a code nobody knows', [refusal(400, CANARY)], 'AuthConfigError', 1],
    ['400 with a code of a prototype', [refusal(400, 'toString')], 'AuthConfigError', 1],
    ['403 of a proxy', [answer(403, 'text/html', CANARY)], 'ContractError', 1],
    ['404', [answer(404, 'text/html', CANARY)], 'ContractError', 1],
    [
      'a redirect',
      [(response) => response.writeHead(307, { location: 'https://localhost:1' }).end()],
      'ContractError',
      1,
    ],
    ['429 without a reset', [limited({})], 'RateLimited', 1],
    [
      '429 with a reset that is no number',
      [limited({ 'x-rate-limit-reset': CANARY })],
      'RateLimited',
      1,
    ],
    [
      '429 with a reset beyond the deadline',
      [limited({ 'x-rate-limit-reset': `${EPOCH + 60}` })],
      'RateLimited',
      1,
    ],
    [
      '429 twice with a reset that has passed',
      [limited({ 'x-rate-limit-reset': `${EPOCH - 5}` })],
      'RateLimited',
      2,
    ],
    ['408', [answer(408, 'text/html', '')], 'Transient', 1],
    ['500', [answer(500, 'text/html', CANARY)], 'Transient', 1],
    ['503', [json(503, { error: CANARY })], 'Transient', 1],
    ['a reset connection', [reset], 'Transient', 1],
    ['a reset in the body', [resetInBody], 'Transient', 1],
    ['no answer in time', [hang], 'Transient', 1, { timeoutMs: 2000 }],
    ['no answer before the deadline', [hang], 'DeadlineExceeded', 1, { remainingMs: 2000 }],
    ['a slow drip', [drip], 'Transient', 1, { timeoutMs: 2000 }],
    ['a slow drip until the deadline', [drip], 'DeadlineExceeded', 1, { remainingMs: 2000 }],
    ['no time left', [grant({})], 'DeadlineExceeded', 0, { remainingMs: 0 }],
    ['a time left that is no number', [grant({})], 'InvalidInput', 0, { remainingMs: Number.NaN }],
    ['a body that is not JSON', [answer(200, 'text/html', CANARY)], 'ContractError', 1],
    ['truncated JSON', [answer(200, 'application/json', `{"a":"${CANARY}`)], 'ContractError', 1],
    ['an array', [json(200, [CANARY])], 'ContractError', 1],
    ['no body', [answer(204, 'application/json', '')], 'ContractError', 1],
    ['no access_token', [grant({ access_token: undefined })], 'ContractError', 1],
    ['an access_token that is no string', [grant({ access_token: [CANARY] })], 'ContractError', 1],
    ['an access_token of two lines', [grant({ access_token: `${CANARY}\n` })], 'ContractError', 1],
    ['a token_type that is not bearer', [grant({ token_type: 'mac' })], 'ContractError', 1],
    ['no token_type', [grant({ token_type: undefined })], 'ContractError', 1],
    ['an oversized body', [grant({ padding: 'x'.repeat(300_000) })], 'ContractError', 1],
    ['a compressed bomb', [bomb], 'ContractError', 1],
    ['a body that is not compressed as it says', [notGzip], 'ContractError', 1],
    ['a response that is not HTTP', [notHttp], 'ContractError', 1],
    ['expires_in 0', [grant({ expires_in: 0 })], 'ContractError', 1],
    ['a negative expires_in', [grant({ expires_in: -1 })], 'ContractError', 1],
    ['an expires_in of words', [grant({ expires_in: 'soon' })], 'ContractError', 1],
    ['an expires_in of null', [grant({ expires_in: null })], 'ContractError', 1],
  ])('%s', async (_, replies, name, attempts, { remainingMs = 25_000, ...options } = {}) => {
    server.reply(...replies);

    const error = await client(options)
      .get({ remainingMs })
      .catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ name });
    expect(server.requests).toHaveLength(attempts);
    expect(everythingIn(error)).not.toContain(CANARY);
  });

  it.each([
    ['a missing', undefined],
    ['a string as', '3600'],
    ['a huge', 1e15],
    ['a fractional', 0.5],
  ])('takes %s expires_in', async (_, expiresIn) => {
    server.reply(token('access', expiresIn));

    await expect(client().get({ remainingMs: 25_000 })).resolves.toBe('access');
  });

  it('waits for the reset of the limit, by the clock of the server', async () => {
    server.reply(limited({ 'x-rate-limit-reset': `${EPOCH}` }), token('access'));

    await expect(client().get({ remainingMs: 25_000 })).resolves.toBe('access');
  });

  it('says how long to wait when there is not the time', async () => {
    server.reply(limited({ 'x-rate-limit-reset': `${EPOCH + 60}` }));

    await expect(client().get({ remainingMs: 25_000 })).rejects.toMatchObject({
      retryAfterSeconds: 61,
    });
  });

  it.each([
    ['a server of an unknown authority', {}, { ca: undefined }],
    ['an expired certificate', { expired: true }, {}],
    ['a certificate for another name', { names: ['elsewhere.test'] }, {}],
    [
      'TLS 1.1',
      { tls: { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } },
      {},
    ],
  ] as const)('does not trust %s', async (_, { tls, ...certificate }: Distrusted, options) => {
    const distrusted = await HttpsServer.start({
      ...(await authority.server(certificate)),
      ...tls,
    });
    const { origin } = distrusted;

    const error = await client({ authorizationServer: { issuer: origin }, ...options })
      .get({ remainingMs: 25_000 })
      .catch((thrown: unknown) => thrown)
      .finally(() => distrusted.close());

    expect(error).toMatchObject({ name: 'TlsTrustError' });
    expect(distrusted.requests).toEqual([]);
  });

  it('has no answer from a name that does not resolve', async () => {
    await expect(
      client({ authorizationServer: { issuer: 'https://okta.invalid' } }).get({
        remainingMs: 25_000,
      }),
    ).rejects.toMatchObject({
      name: 'Transient',
      message: expect.stringMatching(/okta\.invalid: (ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  it('has no answer from a port that nobody listens on', async () => {
    const closed = await HttpsServer.start(cert);
    const { origin } = closed;
    await closed.close();

    await expect(
      client({ authorizationServer: { issuer: origin } }).get({ remainingMs: 25_000 }),
    ).rejects.toMatchObject({
      name: 'Transient',
      message: expect.stringMatching(/: ECONNREFUSED$/),
    });
  });

  it.each([
    ['an issuer without https', { issuer: 'http://localhost' }],
    ['an issuer that is no URL', { issuer: 'localhost' }],
    [
      'a token endpoint without https',
      { issuer: 'https://localhost', tokenEndpoint: 'http://localhost' },
    ],
  ])('is not made with %s', (_, authorizationServer) => {
    expect(() => client({ authorizationServer })).toThrow(
      expect.objectContaining({ name: 'AuthConfigError' }),
    );
  });
});

interface Distrusted {
  readonly expired?: boolean;
  readonly names?: readonly string[];
  readonly tls?: object;
}

/** What any logger could print. */
function everythingIn(error: unknown): string {
  return inspect(error, { depth: null, showHidden: true, getters: true, maxStringLength: null });
}
