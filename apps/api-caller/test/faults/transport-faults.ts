import type { Fault } from '../fault';

const trust = (
  [
    [
      'wrong CA',
      'another authority',
      'has a certificate of an authority that is not in the secret',
    ],
    ['expired certificate', 'expired', 'has a certificate of the day before yesterday'],
    ['name mismatch', 'another name', 'has a certificate for another name'],
    ['TLS 1.1', 'TLS 1.1', 'speaks TLS 1.1 at most'],
  ] as const
).map(([fault, tls, behaviour]) => ({ fault, tls, behaviour, error: 'TlsTrustError' as const }));

const unreachable = (
  [
    ['DNS failure', 'no-such-name.invalid', 'has a name that does not resolve'],
    ['connection refused', 'localhost:65534', 'does not listen'],
  ] as const
).map(([fault, host, behaviour]) => ({ fault, host, behaviour, error: 'Transient' as const }));

const servers = [
  { area: 'Okta', counted: 'okta', variable: 'OKTA_ISSUER', path: '/oauth2/ausculvert' },
  { area: 'The internal API', counted: 'api', variable: 'API_BASE_URL', path: '/v1' },
] as const;

/** The same for both servers, which get to see nothing. */
export const transportFaults: readonly Fault[] = servers.flatMap(
  ({ area, counted, variable, path }) => [
    ...trust.map((row) => ({ ...row, area, counted, attempts: 0 })),
    ...unreachable.map(({ host, ...row }) => ({
      ...row,
      area,
      counted,
      environment: { [variable]: `https://${host}${path}` },
      attempts: 0,
    })),
  ],
);
