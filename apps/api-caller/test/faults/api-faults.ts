import { gzipSync } from 'node:zlib';
import { serverAnswers, type ServerAnswer } from '@culvert/loopback';
import { canaries } from '../canaries';
import type { Fault } from '../fault';
import { order } from '../setting';

const { breakOff, compressedBomb, drip, hang, json, raw, reset, status } = serverAnswers;

const post = { method: 'POST', body: { name: canaries.personal } };
const keyed = { ...post, headers: { 'Idempotency-Key': 'k-1' } };
const NOW = Date.UTC(2028, 0, 1);

type Row = Omit<Fault, 'area' | 'counted'>;

const limitedUntil = (seconds: number): ServerAnswer =>
  status(429, {
    date: new Date(NOW).toUTCString(),
    'retry-after': new Date(NOW + seconds * 1000).toUTCString(),
  });

const statuses: Row[] = [
  {
    fault: '401 once',
    behaviour: 'refuses the first token and takes the second',
    api: [status(401), json(order)],
    attempts: 2,
  },
  {
    fault: '401 twice',
    behaviour: 'refuses every token',
    api: [status(401)],
    error: 'AuthConfigError',
    attempts: 2,
  },
  {
    fault: '403',
    behaviour: 'answers 403',
    api: [status(403)],
    error: 'Forbidden',
    attempts: 1,
  },
  { fault: '404', behaviour: 'answers 404', api: [status(404)], error: 'NotFound', attempts: 1 },
  {
    fault: '400',
    behaviour: 'answers 400 with the reason',
    api: [json({ detail: canaries.personal }, 400)],
    error: 'ContractError',
    attempts: 1,
  },
  { fault: '503', behaviour: 'answers 503', api: [status(503)], error: 'Transient', attempts: 1 },
  {
    fault: '503 to a POST',
    behaviour: 'answers 503, the work may be done',
    api: [status(503)],
    input: post,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
];

const limits: Row[] = (
  [
    ['with seconds', 'for 2 seconds', status(429, { 'retry-after': '2' })],
    ['with a date', 'until a date', limitedUntil(60)],
    ['with a past date', 'until a date that is past', limitedUntil(-60)],
    [
      'with an absurd number',
      'for 3 billion years',
      status(429, { 'retry-after': '99999999999999999' }),
    ],
    ['without a header', 'and does not say for how long', status(429)],
  ] as const
).map(([what, howLong, answer]) => ({
  fault: `429 ${what}`,
  behaviour: `limits ${howLong}`,
  api: [answer],
  error: 'RateLimited',
  attempts: 1,
}));

const time: Row[] = [
  {
    fault: 'a GET times out',
    behaviour: 'never answers',
    api: [hang],
    remainingMs: 3500,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'a POST times out',
    behaviour: 'never answers, the work may be done',
    api: [hang],
    input: post,
    remainingMs: 3500,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: 'slow drip',
    behaviour: 'sends a blank every 20 ms and never ends',
    api: [drip],
    remainingMs: 3500,
    error: 'DeadlineExceeded',
    attempts: 1,
  },
  {
    fault: 'too little time left',
    behaviour: 'is not asked: the invocation has 600 ms left',
    remainingMs: 600,
    error: 'DeadlineExceeded',
    attempts: 0,
  },
];

const lost: Row[] = [
  {
    fault: 'connection reset',
    behaviour: 'reads the GET and closes the connection',
    api: [reset],
    error: 'Transient',
    attempts: 1,
  },
  {
    fault: 'response to a POST lost after success',
    behaviour: 'does the work and closes the connection',
    api: [reset],
    input: post,
    error: 'OutcomeUnknown',
    attempts: 1,
  },
  {
    fault: 'response lost after success, with an idempotency key',
    behaviour: 'does the work and closes the connection; it will know the key again',
    api: [reset],
    input: keyed,
    error: 'Transient',
    attempts: 1,
  },
];

const responses: Row[] = (
  [
    [
      'redirect elsewhere',
      'sends the request and its token to another host',
      status(302, { location: 'https://elsewhere.example/v1/orders' }),
    ],
    ['oversized', 'answers with more than 224 KiB', json({ ...order, note: 'x'.repeat(230_000) })],
    ['compressed bomb', 'sends a gibibyte of blanks in a mebibyte', compressedBomb],
    ['truncated', 'ends in the middle of the JSON', raw(`{"id":"${canaries.personal}","li`)],
    [
      'truncated when compressed',
      'ends in the middle of the gzip',
      raw(gzipSync(JSON.stringify(order)).subarray(0, -12), {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      }),
    ],
    [
      'wrong content type',
      'answers with HTML',
      raw(`<p>${canaries.personal}</p>`, { 'content-type': 'text/html' }),
    ],
    [
      'schema drift',
      'answers with a text where a number was agreed',
      json({ ...order, lines: canaries.personal }),
    ],
  ] as const
).map(([fault, behaviour, answer]) => ({
  fault,
  behaviour,
  api: [answer],
  error: 'ContractError',
  attempts: 1,
}));

const breaksOff: Row = {
  fault: 'response breaks off',
  behaviour: 'closes the connection in the middle of the body',
  api: [breakOff],
  error: 'Transient',
  attempts: 1,
};

export const apiFaults: readonly Fault[] = [
  ...statuses,
  ...limits,
  ...time,
  ...lost,
  breaksOff,
  ...responses,
].map((row) => ({ area: 'The internal API', counted: 'api', ...row }));
