import type { SigningKey } from '@culvert/credential';
import { json, token } from '../test/https-server';
import { KmsServer } from '../test/kms-server';
import { PATIENT, setup, withSecret } from '../test/setup';
import { Versions } from '../test/versions';
import { fixedSecret, PrivateKeyJwt, type SecretSource } from './index';

const refused = (error: string, headers = {}) => json(401, { error }, headers);

describe('OktaToken after a refusal', () => {
  const { server, client } = setup();
  let kms: KmsServer;

  beforeAll(async () => {
    kms = await KmsServer.start();
  });
  afterAll(() => kms.close());

  it('reads the secret again, and tries once with the new one', async () => {
    server().reply(refused('invalid_client'), token('access'));
    const secret = new Versions({ clientSecret: 'old' }, { clientSecret: 'new' });

    await client({ authentication: withSecret(secret) }).get(PATIENT);

    expect(server().requests.map(({ body }) => body.get('client_secret'))).toEqual(['old', 'new']);
  });

  it('reads the service account again, and tries once with the new password', async () => {
    server().reply(refused('invalid_grant'), token('access'));
    const serviceAccount = new Versions(
      { username: 'api-access', password: 'old' },
      { username: 'api-access', password: 'new' },
    );

    await client({ serviceAccount }).get(PATIENT);

    expect(server().requests.map(({ body }) => body.get('password'))).toEqual(['old', 'new']);
  });

  it('does not try a third time', async () => {
    server().reply(refused('invalid_client'));
    const secret = new Versions(
      { clientSecret: '1' },
      { clientSecret: '2' },
      { clientSecret: '3' },
    );

    await expect(client({ authentication: withSecret(secret) }).get(PATIENT)).rejects.toThrow(
      'invalid_client',
    );
    expect(server().requests).toHaveLength(2);
  });

  it('does not send the same password again, which would lock the account', async () => {
    server().reply(refused('invalid_grant'));
    const serviceAccount = new Versions({ username: 'api-access', password: 'old' });

    await expect(client({ serviceAccount }).get(PATIENT)).rejects.toThrow('invalid_grant');
    expect(serviceAccount.refused).toEqual(['version-0']);
    expect(server().requests).toHaveLength(1);
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
      server().requests.map(({ body }) =>
        ['client_secret', 'username', 'password'].map((name) => body.get(name)),
      );

    it.each(['invalid_client', 'invalid_grant'])('reads it again once after %s', async (code) => {
      server().reply(refused(code), token('access'));
      const secret = new Versions(credential(1), credential(2));

      await callsWith(secret).get(PATIENT);

      expect(secret.refused).toEqual(['version-0']);
      expect(sent()).toEqual([
        ['secret-1', 'account-1', 'password-1'],
        ['secret-2', 'account-2', 'password-2'],
      ]);
    });

    it('does not send the same password again when only the rest has changed', async () => {
      server().reply(refused('invalid_grant'));
      const secret = new Versions(credential(1), { ...credential(1), clientSecret: 'secret-2' });

      await expect(callsWith(secret).get(PATIENT)).rejects.toThrow('invalid_grant');
      expect(server().requests).toHaveLength(1);
    });
  });

  it('keeps the error of a secret that cannot be read', async () => {
    server().reply(refused('invalid_client'));
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
    server().requests.map(({ body }) => {
      const [header = ''] = body.get('client_assertion')?.split('.') ?? [];
      return JSON.parse(Buffer.from(header, 'base64url').toString()).kid;
    });

  it('signs once more with another key when the secret names another', async () => {
    server().reply(refused('invalid_client'), token('access'));
    const key = new Versions(signingKey('ES256'), signingKey('RS256'));

    await client({ authentication: privateKeyJwt(key) }).get(PATIENT);

    expect(signedWith()).toEqual(['key-of-ES256', 'key-of-RS256']);
    expect(key.refused).toEqual(['version-0']);
  });

  it('takes the other key, too, when KMS has none of the first any more', async () => {
    server().reply(token('access'));
    const gone = { ...signingKey('ES256'), kmsKeyId: 'gone' };
    const key = new Versions(gone, signingKey('RS256'));

    await client({ authentication: privateKeyJwt(key) }).get(PATIENT);

    expect(signedWith()).toEqual(['key-of-RS256']);
  });

  it('does not sign again with a key that is the same in another version', async () => {
    server().reply(refused('invalid_client'));
    const key = new Versions(
      { ...signingKey('ES256'), ca: 'old' },
      { ...signingKey('ES256'), ca: 'new' },
    );

    await expect(client({ authentication: privateKeyJwt(key) }).get(PATIENT)).rejects.toThrow(
      'invalid_client',
    );
    expect(key.refused).toEqual(['version-0']);
    expect(server().requests).toHaveLength(1);
  });

  it('signs once more by the clock of the server when ours is wrong', async () => {
    const date = 'Sat, 01 Jan 2028 00:00:00 GMT';
    server().reply(refused('invalid_client', { date }), token('access'));

    await client({ authentication: privateKeyJwt() }).get(PATIENT);

    const assertion = server().requests[1]?.body.get('client_assertion')?.split('.')[1] ?? '';
    const { iat } = JSON.parse(Buffer.from(assertion, 'base64url').toString());
    expect(Math.abs(iat - Date.parse(date) / 1000)).toBeLessThan(60);
  });

  it('does not sign again when our clock is right', async () => {
    server().reply(refused('invalid_client'));

    await expect(client({ authentication: privateKeyJwt() }).get(PATIENT)).rejects.toThrow(
      'invalid_client',
    );
    expect(server().requests).toHaveLength(1);
  });
});
