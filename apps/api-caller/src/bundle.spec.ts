import { generateKeyPairSync } from 'node:crypto';
import { OktaDouble } from '@culvert/okta-double';
import { TestCertificateAuthority } from '@culvert/testing';
import { canaries, canariesIn } from '../test/canaries';
import { ExecutionEnvironment } from '../test/execution-environment';
import { order, Setting } from '../test/setting';

const KEY_ARN = 'arn:aws:kms:eu-central-1:111111111111:key/7a7a7a7a';
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
});

function claimsOf(authorization = ''): unknown {
  const [, claims = ''] = authorization.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}
