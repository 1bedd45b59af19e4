import { breakOff, drip, hang, ok, reset, status } from './answers';
import { type Fault, keyed, post } from './fault';

export const timeFaults: Fault[] = [
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

export const connectionFaults: Fault[] = [
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

export const trustFaults: Fault[] = (
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
