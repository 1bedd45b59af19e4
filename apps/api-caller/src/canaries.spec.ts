import { canaries, canariesIn } from '../test/canaries';

describe('canariesIn', () => {
  it.each(Object.values(canaries))('finds %s wherever it stands, also in base64', (canary) => {
    for (const around of ['', '-', '--', '---']) {
      const text = `${around}${canary}${around}`;

      expect(canariesIn(text)).toEqual([canary]);
      expect(canariesIn(Buffer.from(text).toString('base64'))).toEqual([canary]);
      expect(canariesIn(Buffer.from(text).toString('base64url'))).toEqual([canary]);
    }
  });

  it('finds none where there is none', () => {
    expect(canariesIn('{"level":"INFO","message":"called","status":200}')).toEqual([]);
  });
});
