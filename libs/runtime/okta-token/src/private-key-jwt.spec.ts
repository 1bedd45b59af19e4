import { inspect } from 'node:util';
import { KmsServer } from '../test/kms-server';
import { fixedSecret, PrivateKeyJwt, type PrivateKeyJwtOptions } from './index';

const key = { keyId: 'key-1', kmsKeyId: 'ES256', algorithm: 'ES256' } as const;

describe('PrivateKeyJwt', () => {
  let kms: KmsServer;

  beforeEach(async () => {
    kms = await KmsServer.start();
  });

  afterEach(() => kms.close());

  async function assertion(options: Partial<PrivateKeyJwtOptions> = {}): Promise<string> {
    const authentication = new PrivateKeyJwt({
      kms: kms.client(),
      key: fixedSecret(key),
      ...options,
    });
    const serverTime = () => 1_800_000_000;
    const { signal } = new AbortController();
    const proof = await authentication.prove({ serverTime, signal });
    const body = new URLSearchParams();
    const server = { issuer: 'https://example.test', token_endpoint: 'https://example.test/token' };
    await proof(server, { client_id: 'orders-caller' }, body, new Headers());
    return body.get('client_assertion') ?? '';
  }

  it('may be meant for another audience', async () => {
    const [, claims = ''] = (await assertion({ audience: 'https://example.test' })).split('.');

    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'https://example.test',
      iat: 1_800_000_000,
    });
  });

  it('refuses a key of another kind than the algorithm', async () => {
    await expect(
      assertion({ key: fixedSecret({ ...key, kmsKeyId: 'RS256' }) }),
    ).rejects.toMatchObject({
      name: 'ContractError',
    });
  });

  it.each([
    [400, 'AccessDeniedException', 'AuthConfigError'],
    [400, 'NotFoundException', 'AuthConfigError'],
    [400, 'DisabledException', 'AuthConfigError'],
    [400, 'InvalidKeyUsageException', 'AuthConfigError'],
    [400, 'KMSInvalidStateException', 'AuthConfigError'],
    [400, 'ThrottlingException', 'RateLimited'],
    [400, 'KeyUnavailableException', 'Transient'],
    [500, 'KMSInternalException', 'Transient'],
  ])('names what KMS answers: %i %s', async (status, type, name) => {
    kms.failure = { status, type };

    const error = await assertion().catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ name, message: expect.stringContaining(type) });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('canary');
  });

  it('names a connection that KMS resets', async () => {
    kms.failure = 'reset';

    await expect(assertion()).rejects.toMatchObject({ name: 'Transient' });
  });
});
