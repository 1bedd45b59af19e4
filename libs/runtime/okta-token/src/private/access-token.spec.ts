import * as fc from 'fast-check';
import { accessToken } from './access-token';

describe('accessToken', () => {
  it('is refreshed before it expires, and does not outlive what the server said or a day', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, noNaN: true }), (expiresIn) => {
        const { refreshAt, expiresAt } = accessToken('token', expiresIn, 0);

        expect(refreshAt).toBeLessThan(expiresAt);
        expect(expiresAt).toBeLessThanOrEqual(Math.min(expiresIn, 86_400) * 1000);
      }),
    );
  });

  it.each([
    [undefined, 300],
    [3600, 3600],
    [1e15, 86_400],
  ])('lives for expires_in %s less ten seconds', (expiresIn, seconds) => {
    expect(accessToken('token', expiresIn, 5).expiresAt).toBe(5 + (seconds - 10) * 1000);
  });
});
