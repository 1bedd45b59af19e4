import { Redactor } from '@culvert/logger';
import { RedactedTokens } from './redacted-tokens';

const WAIT = { remainingMs: 1000, signal: AbortSignal.abort() };

function tokensOf(...tokens: readonly string[]) {
  const redactor = new Redactor();
  const failures: unknown[] = [];
  const left = [...tokens];
  const get = async () => left.shift() ?? Promise.reject(new Error('none left'));
  const redacted = new RedactedTokens({ get, renew: get }, redactor, (error) =>
    failures.push(error),
  );
  return { redacted, redactor, failures };
}

describe('RedactedTokens', () => {
  it('hides the token in use and the one before, and forgets older ones', async () => {
    const { redacted, redactor } = tokensOf('first-token', 'second-token', 'third-token');

    await redacted.get(WAIT);
    await redacted.get(WAIT);
    await redacted.renew('second-token', WAIT);

    expect(redactor.redact('first-token, second-token, third-token')).toBe(
      'first-token, [redacted], [redacted]',
    );
  });

  it('tells that no token could be had, and passes the reason on', async () => {
    const { redacted, failures } = tokensOf();

    await expect(redacted.get(WAIT)).rejects.toThrow('none left');

    expect(failures).toEqual([new Error('none left')]);
  });
});
