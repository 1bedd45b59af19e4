import { generateKeyPairSync } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { OktaDouble } from '@culvert/okta-double';
import { serverAnswers, TestCertificateAuthority } from '@culvert/loopback';
import { canaries, canariesIn } from '../test/canaries';
import { ExecutionEnvironment } from '../test/execution-environment';
import { order, Setting } from '../test/setting';
import { metrics } from './metrics';

const KEY_ARN = 'arn:aws:kms:eu-central-1:111111111111:key/7a7a7a7a';
/** When a secret is read again. */
const SECRET_TTL_SECONDS = 301;
const DOMAIN = 'culvert.okta.example.com';
const GET = { method: 'GET', path: '/orders/o-1', responseSchema: 'order' };

describe('the bundle', () => {
  const lambda = new ExecutionEnvironment();
  const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = { ...signing.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256' };
  let authority: TestCertificateAuthority;
  let okta: OktaDouble;
  let setting: Setting;

  const secrets = () => ({
    private_key_jwt: { keyId: 'k1', kmsKeyId: KEY_ARN, algorithm: 'ES256', ca: authority.ca },
    client_secret: { clientSecret: canaries.clientSecret, ca: authority.ca },
    password: {
      clientSecret: canaries.clientSecret,
      username: 'svc-orders@example.com',
      password: canaries.password,
      ca: authority.ca,
    },
  });
  type Grant = keyof ReturnType<typeof secrets>;

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
    const { clientSecret } = canaries;
    const scopes = ['orders.read', 'orders.write'];
    okta = await OktaDouble.start({
      certificate: await authority.server({ names: [DOMAIN] }),
      domain: DOMAIN,
      authorizationServerId: 'ausculvert',
      clients: [
        { clientId: 'private_key_jwt', grant: 'private_key_jwt' as const, jwk: publicJwk },
        { clientId: 'client_secret', grant: 'client_secret' as const, clientSecret },
        { clientId: 'password', grant: 'password' as const, clientSecret },
      ].map((client) => ({
        ...client,
        appId: client.clientId,
        scopes,
        claims: { email: canaries.claim },
      })),
      users: [{ userId: '00u1', username: 'svc-orders@example.com', password: canaries.password }],
    });
  });
  beforeEach(async () => {
    setting = await Setting.start({ authority });
  });
  afterEach(() => setting.stop());
  afterAll(() => Promise.all([lambda.stop(), okta.stop()]));

  const start = (grant: Grant, variables: NodeJS.ProcessEnv = {}) => {
    setting.aws.keys.set(KEY_ARN, signing.privateKey.export({ format: 'jwk' }));
    setting.aws.secretIs(secrets()[grant]);
    return lambda.start(
      setting.environment({
        OKTA_GRANT: grant,
        OKTA_CLIENT_ID: grant,
        OKTA_ISSUER: okta.issuer,
        OKTA_PROXY_URL: okta.proxyUrl,
        ...variables,
      }),
    );
  };

  it.each(['private_key_jwt', 'client_secret', 'password'] as const)(
    'calls the API with a token that Okta gave for %s, and shows no secret',
    async (grant) => {
      await start(grant);

      const { result, error, log } = await lambda.invoke({ ...GET, correlationId: 'execution-1' });

      expect(error).toBeUndefined();
      expect(result).toEqual({
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: order,
      });
      const [received] = setting.api.received;
      expect(received).toMatchObject({
        method: 'GET',
        url: '/v1/orders/o-1',
        headers: { 'x-correlation-id': 'execution-1' },
      });
      expect(claimsOf(received?.headers.authorization)).toMatchObject({
        iss: okta.issuer,
        email: canaries.claim,
      });
      expect(canariesIn(log)).toEqual([]);
    },
  );

  it('presents the certificate of the secret, and the next one after a rotation', async () => {
    const names: string[] = [];
    const certificates = await Promise.all(['one', 'two'].map((name) => authority.client(name)));
    await setting.stop();
    setting = await Setting.start({
      authority,
      apiTls: { ca: authority.ca, requestCert: true, rejectUnauthorized: true },
      api: [
        (response, request) => {
          names.push((response.socket as TLSSocket).getPeerCertificate().subject.CN as string);
          return serverAnswers.json(order)(response, request);
        },
      ],
    });
    await start('client_secret');
    setting.aws.secretIs(
      ...certificates.map((clientCertificate) => ({
        ...secrets().client_secret,
        clientCertificate,
      })),
    );

    await lambda.invoke(GET);
    await lambda.invoke(GET);
    await lambda.pass(SECRET_TTL_SECONDS);
    await lambda.invoke(GET);

    expect(names).toEqual(['one', 'one', 'two']);
  });

  it('sends a body once, and null comes back where there is none', async () => {
    await setting.stop();
    setting = await Setting.start({
      authority,
      api: [serverAnswers.status(204, { location: '/v1/orders/o-2', 'set-cookie': 'a=b' })],
    });
    await start('client_secret');

    const { result } = await lambda.invoke({
      method: 'POST',
      path: '/orders',
      headers: { 'Idempotency-Key': 'k-1' },
      body: { lines: 2 },
    });

    expect(result).toEqual({ status: 204, headers: { location: '/v1/orders/o-2' }, body: null });
    expect(setting.api.received).toMatchObject([
      { method: 'POST', body: '{"lines":2}', headers: { 'idempotency-key': 'k-1' } },
    ]);
  });

  it('sends the name of an execution in the characters that a header can have', async () => {
    await start('client_secret');

    await lambda.invoke({ ...GET, correlationId: 'arn:bestellung:köln' });

    expect(setting.api.received[0]?.headers['x-correlation-id']).toBe('arn:bestellung:k%C3%B6ln');
  });

  it('fails by name when the environment is wrong, with all mistakes and no value', async () => {
    await start('private_key_jwt', {
      OKTA_CLIENT_AUTHENTICATION: 'post',
      OKTA_SCOPES: undefined,
      OKTA_PROXY_URL: `http://user:${canaries.password}@proxy:8080`,
      API_BASE_URL: 'http://orders.corp.example.com',
    });

    const { error, thrown = '', log } = await lambda.invoke(GET);

    expect(error?.errorType).toBe('InvalidInput');
    for (const name of [
      'OKTA_CLIENT_AUTHENTICATION must be left out',
      'OKTA_SCOPES is missing',
      'OKTA_PROXY_URL must match',
      'API_BASE_URL must match',
    ]) {
      expect(error?.errorMessage).toContain(name);
    }
    expect(canariesIn(thrown + log)).toEqual([]);
  });

  it('fails by name when the input is wrong, with all mistakes and no value', async () => {
    await start('client_secret');

    const { error, thrown = '' } = await lambda.invoke({
      method: canaries.personal,
      query: { name: { first: canaries.personal } },
      url: 'https://elsewhere.example',
    });

    expect(error).toEqual({
      errorType: 'InvalidInput',
      errorMessage:
        'not an input of this function: path is missing; url is not known; ' +
        'method must be one of GET, HEAD, PUT, DELETE, POST, PATCH; ' +
        'query/name must be string,number,boolean; query/name must be array; ' +
        'query/name must match a schema in anyOf',
    });
    expect(canariesIn(thrown)).toEqual([]);
    expect(setting.aws.secretReads).toBe(0);
  });

  it('names the response schemas when it is asked for another', async () => {
    await start('client_secret');

    await expect(lambda.invoke({ ...GET, responseSchema: '__proto__' })).resolves.toMatchObject({
      error: {
        errorType: 'InvalidInput',
        errorMessage: 'there is no such response schema: give one of invoice, order, shipment',
      },
    });
  });

  it('writes each metric that is promised, and no other', async () => {
    await setting.stop();
    setting = await Setting.start({
      authority,
      api: [serverAnswers.json(order), serverAnswers.json(order), serverAnswers.status(429)],
    });
    await start('client_secret');
    const logs = [await lambda.invoke(GET), await lambda.invoke(GET), await lambda.invoke(GET)];
    setting.aws.secretIs({ clientSecret: canaries.clientSecret });
    await start('client_secret', { OKTA_CLIENT_ID: 'nobody' });
    logs.push(await lambda.invoke({ ...GET, retryCount: 1 }));

    const written = logs.flatMap(({ log }) => linesOf(log).flatMap(metricsOf));

    expect(new Set(written.map(({ name }) => name))).toEqual(new Set(Object.values(metrics)));
    expect(written.filter(({ name }) => name === metrics.apiError)).toEqual([
      { name: metrics.apiError, dimensions: { service: 'orders', error: 'RateLimited' } },
      { name: metrics.apiError, dimensions: { service: 'orders', error: 'AuthConfigError' } },
    ]);
  });

  it('makes no code at run time', () => {
    expect(lambda.code).not.toMatch(/\bnew Function\b|[^.\w]Function\(|[^.\w]eval\(/);
  });
});

function claimsOf(authorization = ''): unknown {
  const [, claims = ''] = authorization.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

type Line = Readonly<Record<string, unknown>>;

function linesOf(log: string): Line[] {
  return log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

interface EmbeddedMetric {
  readonly CloudWatchMetrics: readonly {
    readonly Dimensions: readonly (readonly string[])[];
    readonly Metrics: readonly { readonly Name: string }[];
  }[];
}

function metricsOf(line: Line) {
  const { CloudWatchMetrics = [] } = (line['_aws'] ?? {}) as Partial<EmbeddedMetric>;
  return CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
    Metrics.map(({ Name: name }) => ({
      name,
      dimensions: Object.fromEntries(Dimensions.flat().map((key) => [key, line[key]])),
    })),
  );
}
