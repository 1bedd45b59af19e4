import type { ErrorName } from '@culvert/errors';
import type { ServerAnswer } from '@culvert/testing';
import type { ApiClientOptions, ApiRequest } from '../src';
import {
  breakOff,
  CompressedBomb,
  cutGzip,
  drip,
  emptyBlocks,
  gzipped,
  hang,
  json,
  limitedUntil,
  notHttp,
  ok,
  order,
  raw,
  reset,
  status,
} from './answers';

/** How the server is misconfigured, or that there is none. */
export type ServerFault =
  'another authority' | 'expired' | 'another name' | 'TLS 1.1' | 'no such name' | 'nobody listens';

/** What may go wrong between the client and an API, and what becomes of it. */
export interface Fault {
  readonly fault: string;
  /** What the API does with the first request, the second and so on; the last is repeated. */
  readonly answers?: readonly ServerAnswer[];
  readonly server?: ServerFault;
  readonly request?: Partial<ApiRequest>;
  readonly options?: Partial<ApiClientOptions>;
  readonly remainingMs?: number;
  /** Undefined when the call succeeds. */
  readonly error?: ErrorName;
  readonly attempts: number;
  /** How many of them the API got to see. @default all */
  readonly received?: number;
  readonly retryAfterSeconds?: number;
}

const post = { method: 'POST', body: { name: 'personal-canary' } } as const;
const keyed = { ...post, headers: { 'Idempotency-Key': 'k-1' } } as const;
const small = { maxResponseBytes: 1000 };
const large = 'x'.repeat(2000);

const authorization: Fault[] = [
  { fault: '401 once', answers: [status(401), ok], attempts: 2 },
  { fault: '401 twice', answers: [status(401)], error: 'AuthConfigError', attempts: 2 },
  { fault: '401 once to a POST', answers: [status(401), ok], request: post, attempts: 2 },
  {
    fault: '401, 503, and 401 again',
    answers: [status(401), status(503), status(401)],
    error: 'AuthConfigError',
    attempts: 3,
  },
  {
    fault: '401 without a token provider',
    answers: [status(401)],
    options: { token: undefined },
    error: 'AuthConfigError',
    attempts: 1,
  },
  { fault: '403', answers: [status(403)], error: 'Forbidden', attempts: 1 },
];

const statuses: Fault[] = [
  { fault: '404', answers: [status(404)], error: 'NotFound', attempts: 1 },
  {
    fault: '400',
    answers: [json({ detail: 'personal-canary' }, 400)],
    error: 'ContractError',
    attempts: 1,
  },
  { fault: '409', answers: [status(409)], error: 'ContractError', attempts: 1 },
  { fault: '304', answers: [status(304)], error: 'ContractError', attempts: 1 },
  { fault: '408 once', answers: [status(408), ok], attempts: 2 },
  { fault: '503 twice', answers: [status(503), status(503), ok], attempts: 3 },
  { fault: '503 always', answers: [status(503)], error: 'Transient', attempts: 3 },
  {
    fault: '503 to a POST',
    answers: [status(503)],
    request: post,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: '503 to a POST with an idempotency key',
    answers: [status(503)],
    request: keyed,
    error: 'Transient',
    attempts: 3,
  },
  {
    fault: '408 to a PATCH',
    answers: [status(408)],
    request: { ...post, method: 'PATCH' },
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: '503 with a Retry-After beyond the deadline',
    answers: [status(503, { 'retry-after': '60' })],
    error: 'Transient',
    attempts: 1,
  },
];

const rateLimits: Fault[] = [
  { fault: '429 with seconds', answers: [status(429, { 'retry-after': '1' }), ok], attempts: 2 },
  { fault: '429 with a date', answers: [limitedUntil(1), ok], attempts: 2 },
  { fault: '429 without a header', answers: [status(429), ok], attempts: 2 },
  {
    fault: '429 always',
    answers: [status(429, { 'retry-after': '0' })],
    error: 'RateLimited',
    attempts: 3,
    retryAfterSeconds: 0,
  },
  {
    fault: '429 with seconds beyond the deadline',
    answers: [status(429, { 'retry-after': '60' })],
    error: 'RateLimited',
    attempts: 1,
    retryAfterSeconds: 60,
  },
  {
    fault: '429 with a date beyond the deadline',
    answers: [limitedUntil(60)],
    error: 'RateLimited',
    attempts: 1,
    retryAfterSeconds: 60,
  },
  {
    fault: '429 with a past date',
    answers: [limitedUntil(-60)],
    error: 'RateLimited',
    attempts: 1,
  },
  {
    fault: '429 with an absurd number of seconds',
    answers: [status(429, { 'retry-after': '99999999999999999999' })],
    error: 'RateLimited',
    attempts: 1,
  },
  {
    fault: '429 with a negative number',
    answers: [status(429, { 'retry-after': '-1' })],
    error: 'RateLimited',
    attempts: 1,
  },
  {
    fault: '429 with neither seconds nor a date',
    answers: [status(429, { 'retry-after': 'soon' })],
    error: 'RateLimited',
    attempts: 1,
  },
  {
    fault: '429 to a POST',
    answers: [status(429, { 'retry-after': '1' })],
    request: post,
    error: 'RateLimited',
    attempts: 1,
    retryAfterSeconds: 1,
  },
];

const time: Fault[] = [
  {
    fault: 'a POST times out',
    answers: [hang],
    request: post,
    remainingMs: 2_000,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: 'a POST with an idempotency key times out',
    answers: [hang],
    request: keyed,
    remainingMs: 2_000,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'a GET times out',
    answers: [hang],
    remainingMs: 2_000,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'the body drips',
    answers: [drip],
    remainingMs: 2_000,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'too little time left to start',
    answers: [ok],
    request: post,
    remainingMs: 40,
    error: 'DeadlineExceeded',
    attempts: 0,
  },
];

const connections: Fault[] = [
  { fault: 'a GET is reset once', answers: [reset, ok], attempts: 2 },
  { fault: 'a GET is reset always', answers: [reset], error: 'Transient', attempts: 3 },
  {
    fault: 'a POST is reset',
    answers: [reset],
    request: post,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: 'a POST is reset after a 401',
    answers: [status(401), reset],
    request: post,
    error: 'OutcomeUnknown',
    attempts: 2,
  },
  {
    fault: 'response lost after success, with an idempotency key',
    answers: [reset, ok],
    request: keyed,
    attempts: 2,
  },
  { fault: 'response breaks off once', answers: [breakOff, ok], attempts: 2 },
  {
    fault: 'response to a POST breaks off',
    answers: [breakOff],
    request: post,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: 'DNS failure',
    server: 'no such name',
    error: 'Transient',
    attempts: 3,
    received: 0,
  },
  {
    fault: 'connection refused',
    server: 'nobody listens',
    error: 'Transient',
    attempts: 3,
    received: 0,
  },
  {
    fault: 'DNS failure of a POST',
    server: 'no such name',
    request: post,
    error: 'Transient',
    attempts: 1,
    received: 0,
  },
  {
    fault: 'connection of a POST refused',
    server: 'nobody listens',
    request: post,
    error: 'Transient',
    attempts: 1,
    received: 0,
  },
];

const trust: Fault[] = (
  [
    ['wrong CA', 'another authority'],
    ['expired certificate', 'expired'],
    ['name mismatch', 'another name'],
    ['TLS 1.1', 'TLS 1.1'],
  ] as const
).map(([fault, server]) => ({
  fault,
  server,
  answers: [ok],
  error: 'TlsTrustError',
  attempts: 1,
  received: 0,
}));

const contract: Fault[] = [
  { fault: 'oversized', answers: [json({ large })], options: small },
  { fault: 'compressed bomb', answers: [new CompressedBomb().answer] },
  { fault: 'small when compressed', answers: [gzipped({ large })], options: small },
  { fault: 'compressed without end', answers: [emptyBlocks] },
  { fault: 'truncated', answers: [raw('{"id":"personal-canary","li')] },
  { fault: 'truncated when compressed', answers: [cutGzip] },
  { fault: 'not compressed as it says', answers: [raw('{}', { 'content-encoding': 'gzip' })] },
  { fault: 'not UTF-8', answers: [raw(Buffer.from('{"id":"\xe9"}', 'latin1'))] },
  { fault: 'not HTTP', answers: [notHttp] },
  {
    fault: 'wrong content type',
    answers: [raw('<p>personal-canary</p>', { 'content-type': 'text/html' })],
  },
  { fault: 'no content type', answers: [raw('{}', {})] },
  { fault: 'schema drift', answers: [json({ ...order, lines: 'personal-canary' })] },
  { fault: 'no body where one was agreed', answers: [status(204)] },
].map((fault) => ({ ...fault, error: 'ContractError', attempts: 1 }));

const redirects: Fault[] = [
  {
    fault: 'redirect below the base URL',
    answers: [status(307, { location: '/v1/orders/2' }), ok],
    attempts: 1,
    received: 2,
  },
  ...[
    ['another host', 'https://elsewhere.example/v1/orders'],
    ['the same host, without TLS', 'http://localhost/v1/orders'],
    ['another port', 'https://localhost:1/v1/orders'],
    ['above the base URL', '/v2/orders'],
    ['nowhere', ''],
  ].map(([where, location = '']): Fault => ({
    fault: `redirect elsewhere: ${where}`,
    answers: [status(302, location === '' ? {} : { location }), ok],
    error: 'ContractError',
    attempts: 1,
  })),
  {
    fault: 'redirect of a POST',
    answers: [status(307, { location: '/v1/orders/2' }), ok],
    request: post,
    error: 'ContractError',
    attempts: 1,
  },
  {
    fault: 'redirect without end',
    answers: [status(302, { location: '/v1/orders' })],
    error: 'ContractError',
    attempts: 1,
    received: 4,
  },
];

export const faultMatrix: readonly Fault[] = [
  ...authorization,
  ...statuses,
  ...rateLimits,
  ...time,
  ...connections,
  ...trust,
  ...contract,
  ...redirects,
];
