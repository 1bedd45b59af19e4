import { InvalidInput } from '@culvert/errors';
import fc from 'fast-check';
import { type Credential, type Grant, grants, parseCredential } from './index';

const CANARY = 'canary-7d1e';

const credentials: { readonly [G in Grant]: Credential<G> } = {
  private_key_jwt: {
    keyId: '2026-01',
    kmsKeyId: 'arn:aws:kms:eu-central-1:111111111111:key/1',
    algorithm: 'ES256',
  },
  client_secret: { clientSecret: CANARY },
  password: { clientSecret: CANARY, username: `${CANARY}@example.com`, password: CANARY },
};

const tls = { ca: 'PEM', clientCertificate: { cert: 'PEM', key: CANARY } };

const fields = grants.flatMap((grant) =>
  Object.keys(credentials[grant]).map((field) => [grant, field] as const),
);

function problem(grant: Grant, json: unknown): string {
  try {
    parseCredential(grant)(json);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return (error as InvalidInput).message;
  }
  return 'none';
}

describe('parseCredential', () => {
  it.each(grants)('takes what a caller with %s needs', (grant) => {
    const credential = { ...credentials[grant], ...tls };

    expect(parseCredential(grant)(credential)).toEqual(credential);
    expect(parseCredential(grant)(credentials[grant])).toEqual(credentials[grant]);
  });

  it('keeps what it does not know', () => {
    const credential = { ...credentials.client_secret, clientSecretId: 'ocs1' };

    expect(parseCredential('client_secret')(credential)).toEqual(credential);
  });

  it.each(fields)('fails for %s when %s is missing, empty or no text', (grant, field) => {
    for (const value of [undefined, null, '', 1, [CANARY], { [CANARY]: CANARY }])
      expect(problem(grant, { ...credentials[grant], [field]: value })).toMatch(
        new RegExp(`^not a credential for ${grant}: ${field} must be `),
      );
  });

  it('names every mistake at once', () => {
    expect(
      problem('password', { username: 'a', ca: '', clientCertificate: { cert: 'PEM', key: 1 } }),
    ).toBe(
      'not a credential for password: clientSecret must be a text that is not empty; ' +
        'password must be a text that is not empty; ca must be a text that is not empty; ' +
        'clientCertificate.key must be a text that is not empty',
    );
  });

  it('says which algorithms there are', () => {
    expect(problem('private_key_jwt', { ...credentials.private_key_jwt, algorithm: CANARY })).toBe(
      'not a credential for private_key_jwt: algorithm must be RS256 or ES256',
    );
  });

  it.each([[null], ['text'], [1], [[]], [undefined]])('fails when it is %j', (json) => {
    expect(problem('client_secret', json)).toBe(
      'not a credential for client_secret: it must be an object',
    );
  });

  it('never tells a value', () => {
    const value = fc.oneof(
      fc.constant(CANARY),
      fc.dictionary(fc.constantFrom('cert', 'key', CANARY), fc.constant(CANARY)),
      fc.constant([CANARY]),
    );
    const names = ['keyId', 'algorithm', 'clientSecret', 'password', 'ca', 'clientCertificate'];

    fc.assert(
      fc.property(
        fc.constantFrom(...grants),
        fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value)),
        (grant, json) => {
          expect(problem(grant, json)).not.toContain(CANARY);
        },
      ),
      { numRuns: 500 },
    );
  });
});
