import { RateLimited, Transient } from '@culvert/errors';
import type { TokenEvent } from '../token-event';
import { accessToken } from './access-token';
import type { Waiting } from './flight';
import { TokenCache } from './token-cache';

const SECOND = 1000;
const PATIENT = { remainingMs: 60 * SECOND };

describe('TokenCache', () => {
  let events: TokenEvent[];
  let requests: {
    answer: (value: string) => void;
    fail: (error: Error) => void;
    waiting: Waiting;
  }[];
  let cache: TokenCache;

  beforeEach(() => {
    jest.useFakeTimers();
    events = [];
    requests = [];
    cache = new TokenCache(
      (waiting) =>
        new Promise((resolve, fail) => {
          const requestedAt = Date.now();
          const answer = (value: string) => resolve(accessToken(value, 1000, requestedAt));
          requests.push({ answer, fail, waiting });
        }),
      (event) => events.push(event),
    );
  });

  afterEach(() => jest.useRealTimers());

  /** What a call gives when its request, if it makes one, is answered. */
  async function getting(value: string): Promise<string> {
    const token = cache.get(PATIENT);
    await settle();
    requests.at(-1)?.answer(value);
    return token;
  }

  const settle = () => jest.advanceTimersByTimeAsync(0);
  const seconds = (count: number) => jest.advanceTimersByTimeAsync(count * SECOND);
  const types = () => events.map(({ type }) => type);

  it('makes one request for a hundred cold calls', async () => {
    const tokens = Array.from({ length: 100 }, () => cache.get(PATIENT));
    await settle();
    requests[0]?.answer('first');

    expect(new Set(await Promise.all(tokens))).toEqual(new Set(['first']));
    expect(requests).toHaveLength(1);
  });

  it('serves from memory until three quarters of the lifetime are over', async () => {
    await getting('first');
    await seconds(749);

    await expect(cache.get(PATIENT)).resolves.toBe('first');
    await settle();
    expect(requests).toHaveLength(1);
    expect(types()).toEqual(['miss', 'hit']);
  });

  it('serves the old token while one refresh is under way, then the new one', async () => {
    await getting('first');
    await seconds(750);

    await expect(cache.get(PATIENT)).resolves.toBe('first');
    await expect(cache.get(PATIENT)).resolves.toBe('first');
    requests[1]?.answer('second');
    await settle();
    await expect(cache.get(PATIENT)).resolves.toBe('second');

    expect(requests).toHaveLength(2);
    expect(types()).toEqual(['miss', 'hit', 'hit', 'refreshed', 'hit']);
  });

  it('serves the old token while refreshes fail, and pauses between them', async () => {
    await getting('first');
    await seconds(750);
    await cache.get(PATIENT);
    await settle();
    const error = new Transient('no answer');
    requests[1]?.fail(error);
    await settle();

    await expect(cache.get(PATIENT)).resolves.toBe('first');
    await settle();
    expect(requests).toHaveLength(2);
    expect(events).toContainEqual({ type: 'refresh-failed', error });
    await seconds(30);
    await expect(cache.get(PATIENT)).resolves.toBe('first');
    await settle();
    expect(requests).toHaveLength(3);
  });

  it('pauses for as long as the server asks', async () => {
    await getting('first');
    await seconds(750);
    await cache.get(PATIENT);
    await settle();
    requests[1]?.fail(new RateLimited('429', { retryAfterSeconds: 60 }));
    await seconds(59);
    await cache.get(PATIENT);
    await settle();

    expect(requests).toHaveLength(2);
  });

  it('gives up a refresh that hangs, and the token still lives', async () => {
    await getting('first');
    await seconds(750);
    await cache.get(PATIENT);
    await seconds(30);

    expect(requests[1]?.waiting.signal.aborted).toBe(true);
    expect(types()).toContain('refresh-failed');
    await expect(cache.get(PATIENT)).resolves.toBe('first');
  });

  it('does not serve a token that is about to expire', async () => {
    await getting('first');
    await seconds(990);

    await expect(getting('second')).resolves.toBe('second');
  });

  it('starts anew after a failure', async () => {
    const refused = expect(cache.get(PATIENT)).rejects.toThrow('no answer');
    await settle();
    requests[0]?.fail(new Transient('no answer'));
    await refused;

    await expect(getting('first')).resolves.toBe('first');
  });

  it('makes one request when a hundred callers were refused with the same token', async () => {
    await getting('first');

    const renewed = Array.from({ length: 100 }, () => cache.renew('first', PATIENT));
    await settle();
    requests[1]?.answer('second');

    expect(new Set(await Promise.all(renewed))).toEqual(new Set(['second']));
    await expect(cache.renew('first', PATIENT)).resolves.toBe('second');
    expect(requests).toHaveLength(2);
  });

  it('never serves a refused token again, also when its renewal fails', async () => {
    await getting('first');
    const refused = expect(cache.renew('first', PATIENT)).rejects.toThrow('no answer');
    await settle();
    requests[1]?.fail(new Transient('no answer'));
    await refused;

    await expect(getting('second')).resolves.toBe('second');
  });

  it('lets the impatient leave and the others wait', async () => {
    const impatient = expect(cache.get({ remainingMs: SECOND })).rejects.toMatchObject({
      name: 'DeadlineExceeded',
    });
    const patient = cache.get(PATIENT);
    await seconds(1);
    await impatient;
    expect(requests[0]?.waiting.signal.aborted).toBe(false);
    expect(requests[0]?.waiting.remainingMs()).toBe(59 * SECOND);
    requests[0]?.answer('first');

    await expect(patient).resolves.toBe('first');
    expect(requests).toHaveLength(1);
  });

  it('ends a request that nobody waits for, and starts anew for the next', async () => {
    const controller = new AbortController();
    const left = expect(cache.get({ ...PATIENT, signal: controller.signal })).rejects.toMatchObject(
      { name: 'DeadlineExceeded' },
    );
    await settle();
    controller.abort();
    await left;

    expect(requests[0]?.waiting.signal.aborted).toBe(true);
    await expect(getting('second')).resolves.toBe('second');
  });

  it.each([
    ['has no time', { remainingMs: 0 }],
    ['has left', { ...PATIENT, signal: AbortSignal.abort() }],
  ])('requests nothing for a caller that %s', async (_, options) => {
    await expect(cache.get(options)).rejects.toMatchObject({ name: 'DeadlineExceeded' });
    expect(requests).toEqual([]);
  });
});
