import { serverAnswers } from '@culvert/loopback';
import { canaries } from '../canaries';
import type { Fault } from '../fault';
import { granted, SECRET_ARN } from '../setting';

const { hang, json, reset } = serverAnswers;

const failing = (type: string) => json({ __type: type, message: 'no' }, 400);

const holding = (text: string) =>
  json({ ARN: SECRET_ARN, VersionId: 'version-1', SecretString: text });

type Row = Omit<Fault, 'area' | 'counted'>;

const rows: Row[] = [
  {
    fault: 'throttled',
    behaviour: 'answers ThrottlingException',
    secret: [failing('ThrottlingException')],
    error: 'SecretUnavailable',
    attempts: 1,
  },
  {
    fault: 'denied',
    behaviour: 'answers AccessDeniedException',
    secret: [failing('AccessDeniedException')],
    error: 'SecretUnavailable',
    attempts: 1,
  },
  {
    fault: 'connection reset',
    behaviour: 'reads the request and closes the connection',
    secret: [reset],
    error: 'SecretUnavailable',
    attempts: 1,
  },
  {
    fault: 'hang',
    behaviour: 'never answers',
    secret: [hang],
    remainingMs: 3500,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'malformed: not JSON',
    behaviour: 'gives a text that is no JSON',
    secret: [holding(`{"clientSecret":"${canaries.clientSecret}`)],
    error: 'SecretUnavailable',
    attempts: 1,
  },
  {
    fault: 'malformed: a field missing',
    behaviour: 'gives a secret without its clientSecret',
    secret: [holding(JSON.stringify({ secret: canaries.clientSecret }))],
    error: 'SecretUnavailable',
    attempts: 1,
  },
  {
    fault: 'malformed: a CA bundle that is none',
    behaviour: 'gives a secret whose ca is no PEM',
    versions: [{ clientSecret: canaries.clientSecret, ca: canaries.personal }],
    error: 'TlsTrustError',
    attempts: 1,
  },
  {
    fault: 'mid-rotation',
    behaviour: 'gives the old client secret, then the new one; Okta takes the new one only',
    versions: [
      { clientSecret: canaries.clientSecret },
      { clientSecret: canaries.nextClientSecret },
    ],
    okta: [json({ error: 'invalid_client' }, 401), granted()],
    attempts: 2,
  },
  {
    fault: 'unavailable with a value at hand',
    behaviour: 'gives the secret, and denies it when it is to be read again',
    secret: [undefined, failing('ThrottlingException')],
    after: 301,
    attempts: 2,
  },
];

export const secretFaults: readonly Fault[] = rows.map((row) => ({
  area: 'Secrets Manager',
  counted: 'secret',
  ...row,
}));
