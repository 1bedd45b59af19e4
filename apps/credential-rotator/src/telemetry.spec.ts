import { Transient } from '@culvert/errors';
import { Telemetry } from './telemetry';

describe('Telemetry', () => {
  const lines: string[] = [];

  beforeEach(() => {
    lines.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  });
  afterEach(() => jest.restoreAllMocks());

  const telemetry = () =>
    new Telemetry({
      domain: 'example.okta.com',
      issuer: 'https://example.okta.com/oauth2/aus1',
      management: {
        clientId: 'rotator',
        key: { keyId: 'k-1', kmsKeyId: 'arn:aws:kms:::key/1', algorithm: 'RS256' },
      },
      credentials: {},
    });

  it('hides what it was told of a credential, and tokens, wherever they turn up', async () => {
    const told = telemetry();
    const tokens = told.hidden({
      get: async () => 'canary-token',
      renew: async () => 'canary-renewed',
    });
    const wait = { remainingMs: 1000, signal: new AbortController().signal };
    told.hide({
      clientSecret: 'canary-client-secret',
      password: 'canary-password',
      clientCertificate: { cert: 'PEM', key: 'canary-private-key' },
    });

    const token = await tokens.get(wait);
    const renewed = await tokens.renew(token, wait);
    told.failed(
      { step: 'canary-password' },
      new Transient(`${token} ${renewed} canary-client-secret`),
    );
    told.failed({}, { cause: { note: 'with canary-private-key' } });

    expect(lines.join('')).toContain('[redacted]');
    expect(lines.join('')).not.toContain('canary');
  });

  it('counts failures by their name', () => {
    telemetry().failed({}, new Transient('no answer'));

    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ RotationFailure: 1, error: 'Transient' }),
    );
  });
});
