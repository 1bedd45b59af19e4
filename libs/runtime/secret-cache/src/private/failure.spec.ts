import { failure } from './failure';

describe('failure', () => {
  it('tells a broken connection from a timeout, though the client names both alike', () => {
    const named = (code: string | number) =>
      Object.assign(new Error('read failed'), { name: 'TimeoutError', code });

    expect(failure(named('ECONNRESET'))).toBe('ECONNRESET');
    expect(failure(named(23))).toMatch(/^no answer in time/);
  });

  it('gives the name of other errors, and no message', () => {
    expect(failure(new TypeError('canary'))).toBe('TypeError');
    expect(failure('canary')).toBe('string');
  });
});
