import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TestCertificateAuthority } from '@culvert/loopback';
import { KEYS, KmsServer } from '../test/kms-server';
import type { Start } from '../test/openid-provider.mts';
import { Versions } from '../test/versions';
import {
  ClientSecret,
  fixedSecret,
  OktaToken,
  type OktaTokenOptions,
  PrivateKeyJwt,
} from './index';

const CLIENT_SECRET = 'client secret: 100% /+&=';
const ACCOUNT = { username: 'api-access@example.com', password: 'pass word: 100% /+&=' };

describe('OktaToken with a real OpenID provider', () => {
  let provider: ChildProcess;
  let kms: KmsServer;
  let issuer: string;
  let ca: string;

  beforeAll(async () => {
    const authority = await TestCertificateAuthority.create();
    ca = authority.ca;
    kms = await KmsServer.start();
    provider = fork(join(__dirname, '..', 'test', 'openid-provider.mts'), { silent: true });
    const clients = [
      ...(['basic', 'post'] as const).map((method) => ({
        client_id: method,
        client_secret: CLIENT_SECRET,
        token_endpoint_auth_method: `client_secret_${method}` as const,
        ...onlyTokens,
      })),
      ...(['RS256', 'ES256'] as const).map((algorithm) => ({
        client_id: algorithm,
        token_endpoint_auth_method: 'private_key_jwt' as const,
        jwks: {
          keys: [
            { ...KEYS[algorithm].publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig' },
          ],
        },
        ...onlyTokens,
      })),
    ];
    provider.send({ ...(await authority.server()), clients, ...ACCOUNT } as Start);
    [issuer] = await once(provider, 'message');
  });

  afterAll(async () => {
    provider.kill();
    await kms.close();
  });

  const onlyTokens = {
    grant_types: ['client_credentials', 'password'],
    redirect_uris: [],
    response_types: [],
    scope: 'orders.read',
  };

  const privateKey = (algorithm: 'RS256' | 'ES256') => ({
    clientId: algorithm,
    authentication: new PrivateKeyJwt({
      kms: kms.client(),
      key: fixedSecret({ keyId: 'key-1', kmsKeyId: algorithm, algorithm }),
    }),
  });
  const secret = (method: 'basic' | 'post', clientSecret = CLIENT_SECRET) => ({
    clientId: method,
    authentication: new ClientSecret({ secret: new Versions({ clientSecret }), method }),
  });
  const cases: [string, () => Pick<OktaTokenOptions, 'clientId' | 'authentication'>][] = [
    ['a key in KMS, RS256', () => privateKey('RS256')],
    ['a key in KMS, ES256', () => privateKey('ES256')],
    ['a secret in the header', () => secret('basic')],
    ['a secret in the body', () => secret('post')],
  ];

  it.each(cases)('gets a token of the client with %s', async (_, client) => {
    const token = new OktaToken({ ...client(), ...common() });

    await expect(token.get({ remainingMs: 30_000 })).resolves.toMatch(/^[\w-]{20,}$/);
  });

  it.each(cases)("gets a service account's token with %s", async (_, client) => {
    const token = new OktaToken({
      ...client(),
      ...common(),
      serviceAccount: new Versions(ACCOUNT),
    });

    await expect(token.get({ remainingMs: 30_000 })).resolves.toMatch(/^[\w-]{20,}$/);
  });

  it('signs a new assertion each time', async () => {
    kms.messages.length = 0;
    const token = new OktaToken({ ...privateKey('ES256'), ...common() });

    const first = await token.get({ remainingMs: 30_000 });
    await token.renew(first, { remainingMs: 30_000 });

    const [header, claims] = decode(kms.messages[0]);
    expect(header).toEqual({ alg: 'ES256', kid: 'key-1', typ: 'JWT' });
    expect(claims).toEqual({
      iss: 'ES256',
      sub: 'ES256',
      aud: `${issuer}/v1/token`,
      jti: expect.any(String),
      iat: expect.any(Number),
      exp: Number(claims?.['iat']) + 60,
    });
    const [, later] = decode(kms.messages[1]);
    expect(later?.['jti']).not.toBe(claims?.['jti']);
  });

  it.each([
    ['invalid_client', () => secret('basic', 'wrong'), {}],
    ['invalid_client', () => ({ ...secret('basic'), clientId: 'unknown' }), {}],
    ['invalid_scope', () => secret('post'), { scopes: ['orders.write'] }],
    [
      'invalid_grant',
      () => secret('post'),
      { serviceAccount: new Versions({ ...ACCOUNT, password: 'wrong' }) },
    ],
  ])('names what the provider refuses: %s', async (code, client, options) => {
    const token = new OktaToken({ ...common(), ...client(), ...options });

    await expect(token.get({ remainingMs: 30_000 })).rejects.toMatchObject({
      name: 'AuthConfigError',
      message: expect.stringContaining(code),
    });
  });

  const common = () => ({ authorizationServer: { issuer }, scopes: ['orders.read'], ca });
});

function decode(message = ''): Record<string, unknown>[] {
  return message.split('.').map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
}
