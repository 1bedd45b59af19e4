import { retry } from './index';

describe('retry', () => {
  it('waits at random, longer each time up to a bound', () => {
    expect(
      retry(['Transient'], { intervalSeconds: 2, maxAttempts: 4, maxDelaySeconds: 30 }),
    ).toEqual({
      ErrorEquals: ['Transient'],
      IntervalSeconds: 2,
      MaxAttempts: 4,
      BackoffRate: 2,
      MaxDelaySeconds: 30,
      JitterStrategy: 'FULL',
    });
  });

  it('fails with every number that Step Functions would refuse', () => {
    expect(() =>
      retry([], { intervalSeconds: 0, maxAttempts: -1, maxDelaySeconds: 0, backoffRate: 0.5 }),
    ).toThrow(
      /names no error; intervalSeconds 0 .*; maxAttempts -1 .*; backoffRate 0.5 .*; maxDelaySeconds 0/,
    );
  });
});
