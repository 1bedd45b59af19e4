import {
  CompressedBomb,
  cutGzip,
  emptyBlocks,
  gzipped,
  json,
  limitedUntil,
  notHttp,
  ok,
  order,
  raw,
  status,
} from './answers';
import { connectionFaults, timeFaults, trustFaults } from './connection-faults';
import { type Fault, keyed, post } from './fault';

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
  ...timeFaults,
  ...connectionFaults,
  ...trustFaults,
  ...contract,
  ...redirects,
];
