import { RateLimited, Transient } from '@culvert/errors';
import fc from 'fast-check';
import { HTTPError, type NormalizedOptions } from 'ky';
import { Deadline } from './deadline';
import { nextRetry } from './retry';
import { retryAfterSeconds } from './retry-after';

const host = 'orders.internal';

function answered(status: number, headers: Record<string, string> = {}): HTTPError {
  const request = new Request('https://orders.internal');
  return new HTTPError(new Response(null, { status, headers }), request, {} as NormalizedOptions);
}

describe('nextRetry', () => {
  it('never waits for longer than leaves time for an attempt', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 100_000 }),
        fc.nat(5_000),
        fc.integer({ min: 1, max: 100 }),
        fc.option(fc.oneof(fc.nat(200).map(String), fc.string())),
        (extraMs, minAttemptMs, retry, retryAfter) => {
          const deadline = new Deadline(minAttemptMs + extraMs, minAttemptMs);
          const headers: Record<string, string> =
            retryAfter === null ? {} : { 'retry-after': encodeURIComponent(retryAfter) };
          const { waitMs = 0 } = nextRetry(answered(503, headers), retry, deadline, host) ?? {};
          expect(waitMs).toBeGreaterThanOrEqual(0);
          expect(waitMs).toBeLessThanOrEqual(extraMs);
        },
      ),
    );
  });

  it('backs off further each time, to five seconds, with full jitter', () => {
    const deadline = new Deadline(60_000, 500);
    const longest = (retry: number) => {
      jest.spyOn(Math, 'random').mockReturnValueOnce(1);
      return nextRetry(answered(503), retry, deadline, host)?.waitMs;
    };
    const shortest = (retry: number) => {
      jest.spyOn(Math, 'random').mockReturnValueOnce(0);
      return nextRetry(answered(503), retry, deadline, host)?.waitMs;
    };

    expect([1, 2, 3, 9].map(longest)).toEqual([200, 400, 800, 5_000]);
    expect([1, 2, 3, 9].map(shortest)).toEqual([0, 0, 0, 0]);
    jest.restoreAllMocks();
  });

  it('waits for as long as the API asks', () => {
    const deadline = new Deadline(60_000, 500);
    const limited = nextRetry(answered(429, { 'retry-after': '7' }), 1, deadline, host);
    const failed = nextRetry(answered(503, { 'retry-after': '8' }), 1, deadline, host);

    expect([limited?.waitMs, failed?.waitMs]).toEqual([7_000, 8_000]);
    expect(limited?.reason).toBeInstanceOf(RateLimited);
    expect(failed?.reason).toBeInstanceOf(Transient);
  });

  it('does not retry a refusal or a mistake', () => {
    const deadline = new Deadline(60_000, 500);
    const errors = [answered(400), answered(403), answered(404), new TypeError('mistake')];

    expect(errors.map((error) => nextRetry(error, 1, deadline, host))).toEqual(
      errors.map(() => undefined),
    );
  });
});

describe('retryAfterSeconds', () => {
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
  it.each([
    ['0', 0],
    ['120', 120],
    ['86400', 86_400],
    ['86401', undefined],
    ['99999999999999999999', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['soon', undefined],
    ['', undefined],
    ['Thu, 01 Jan 2026 00:00:00 GMT', 0],
    ['Thu, 01 Jan 2026 00:02:00 GMT', 120],
    ['Wed, 31 Dec 2025 23:59:59 GMT', undefined],
    ['Fri, 31 Dec 9999 23:59:59 GMT', undefined],
    ['Thu, 41 Jan 2026 00:02:00 GMT', undefined],
    ['2026-01-01', undefined],
    ['2026', 2026],
  ])('reads %j as %j', (value, seconds) => {
    expect(retryAfterSeconds(new Headers({ date, 'retry-after': value }))).toBe(seconds);
  });

  it('measures a date against our own clock when the API has none', () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const seconds = retryAfterSeconds(new Headers({ 'retry-after': inAMinute })) ?? 0;

    expect(Math.abs(seconds - 60)).toBeLessThanOrEqual(5);
  });
});
