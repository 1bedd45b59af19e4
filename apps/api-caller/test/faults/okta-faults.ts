import { serverAnswers, type ServerAnswer } from '@culvert/loopback';
import { canaries } from '../canaries';
import type { Fault } from '../fault';
import { granted } from '../setting';

const { breakOff, compressedBomb, drip, hang, json, reset, status } = serverAnswers;

const DATE = 'Sat, 01 Jan 2028 00:00:00 GMT';
const EPOCH = Date.parse(DATE) / 1000;

const refusal = (code: number, error: string): ServerAnswer =>
  json({ error, error_description: `no, ${canaries.clientSecret}` }, code);

const limited = (headers: Record<string, string>): ServerAnswer =>
  json({ errorCode: 'E0000047' }, 429, { date: DATE, ...headers });

type Row = Omit<Fault, 'area' | 'counted'>;

const refusals: Row[] = [
  ...[400, 401].map((code): Row => ({
    fault: `${code} invalid_client`,
    behaviour: 'refuses the client secret, and it is the latest',
    okta: [refusal(code, 'invalid_client')],
    error: 'AuthConfigError',
    attempts: 1,
  })),
  {
    fault: '400 invalid_scope',
    behaviour: 'does not know the scope',
    okta: [refusal(400, 'invalid_scope')],
    error: 'AuthConfigError',
    attempts: 1,
  },
  {
    fault: '400 invalid_grant',
    behaviour: 'refuses the password of the service account, and it is the latest',
    environment: { OKTA_GRANT: 'password' },
    versions: [
      { clientSecret: canaries.clientSecret, username: 'svc', password: canaries.password },
    ],
    okta: [refusal(400, 'invalid_grant')],
    error: 'AuthConfigError',
    attempts: 1,
  },
  {
    fault: '403 access_denied',
    behaviour: 'has a policy against it',
    okta: [refusal(403, 'access_denied')],
    error: 'AuthConfigError',
    attempts: 1,
  },
];

const limits: Row[] = [
  {
    fault: '429 with a reset in time',
    behaviour: 'limits once, until now by its own clock',
    okta: [limited({ 'x-rate-limit-reset': `${EPOCH}` }), granted()],
    attempts: 2,
  },
  {
    fault: '429 with a reset too late',
    behaviour: 'limits for a minute, of which there are 20 seconds',
    okta: [limited({ 'x-rate-limit-reset': `${EPOCH + 60}` })],
    error: 'RateLimited',
    attempts: 1,
  },
  {
    fault: '429 without a reset',
    behaviour: 'limits and does not say until when',
    okta: [limited({})],
    error: 'RateLimited',
    attempts: 1,
  },
];

const failures: Row[] = [
  ...[500, 503].map((code): Row => ({
    fault: `${code}`,
    behaviour: `answers ${code}`,
    okta: [status(code)],
    error: 'Transient',
    attempts: 1,
  })),
  {
    fault: 'connection reset',
    behaviour: 'reads the request and closes the connection',
    okta: [reset],
    error: 'Transient',
    attempts: 1,
  },
  {
    fault: 'response breaks off',
    behaviour: 'closes the connection in the middle of the body',
    okta: [breakOff],
    error: 'Transient',
    attempts: 1,
  },
  {
    fault: 'hang',
    behaviour: 'never answers',
    okta: [hang],
    remainingMs: 3500,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'slow drip',
    behaviour: 'sends a blank every 20 ms and never ends',
    okta: [drip],
    remainingMs: 3500,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'compressed bomb',
    behaviour: 'sends a gibibyte of blanks in a mebibyte',
    okta: [compressedBomb],
    error: 'ContractError',
    attempts: 1,
  },
];

const lifetimes: Row[] = [
  ...(
    [
      ['missing', undefined, undefined],
      ['0', 0, 'ContractError'],
      ['negative', -1, 'ContractError'],
      ['a string with a number', '3600', undefined],
      ['a string without', 'soon', 'ContractError'],
      ['huge', 1e15, undefined],
    ] as const
  ).map(([what, expires_in, error]): Row => ({
    fault: `expires_in: ${what}`,
    behaviour: `gives a token with expires_in ${JSON.stringify(expires_in) ?? 'left out'}`,
    okta: [granted({ expires_in })],
    error,
    attempts: 1,
  })),
  {
    fault: 'refresh failing with an old token alive',
    behaviour: 'gives a token for 60 s, and 503 when it is to be refreshed',
    okta: [granted({ expires_in: 60 }), status(503)],
    after: 47,
    attempts: 2,
  },
  {
    fault: 'refresh failing with the old token dead',
    behaviour: 'gives a token for 60 s, and 503 afterwards',
    okta: [granted({ expires_in: 60 }), status(503)],
    after: 61,
    error: 'Transient',
    attempts: 2,
  },
];

const crowd: Row[] = [
  {
    fault: '100 concurrent cold calls',
    behaviour: 'answers all is well: one token is enough',
    concurrent: 100,
    attempts: 1,
  },
];

export const oktaFaults: readonly Fault[] = [
  ...refusals,
  ...limits,
  ...failures,
  ...lifetimes,
  ...crowd,
].map((row) => ({ area: 'Okta', counted: 'okta', ...row }));
