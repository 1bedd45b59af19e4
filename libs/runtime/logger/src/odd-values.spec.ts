import { Redactor } from './index';

const redactor = new Redactor();
redactor.register('canary-7f3a-secret');

describe('Redactor with odd values', () => {
  it('shows a cycle once', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle['self'] = { list: [cycle] };

    expect(redactor.redact(cycle)).toEqual({ a: 1, self: { list: ['[circular]'] } });
  });

  it('shows what is shared, but no cycle, each time', () => {
    const shared = { a: 1 };

    expect(redactor.redact([shared, shared])).toEqual([shared, shared]);
  });

  it('passes over what throws when it is read', () => {
    const value = {
      a: 1,
      get b(): never {
        throw new Error('canary-7f3a-secret');
      },
      c: {
        toJSON() {
          throw new Error('canary-7f3a-secret');
        },
      },
    };

    expect(redactor.redact(value)).toEqual({ a: 1, b: '[unreadable]', c: '[unreadable]' });
  });

  it.each([
    [10n, '10'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(NaN), 'null'],
    [new URL('https://h/p'), 'https://h/p'],
    [new Set([1, 2]), [1, 2]],
    [new String('text'), 'text'],
    [{ toJSON: () => ({ a: 1 }) }, { a: 1 }],
    [JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":1}}')],
    [Object.create(null), {}],
  ])('shows %p', (value: unknown, shown) => {
    expect(JSON.stringify(redactor.redact(value))).toBe(JSON.stringify(shown));
  });

  it('goes only so deep', () => {
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };

    expect(JSON.stringify(redactor.redact(deep))).toMatch(/^(\{"deep":){12}"\[too deep\]"\}{12}$/);
  });

  it('cuts a long text, and no secret in two', () => {
    const before = 'x'.repeat(8192 - 9);

    expect(redactor.redact(`${before}canary-7f3a-secret${'y'.repeat(1e6)}`)).toBe(
      `${before}[redacted][999 characters cut]`.replace('999', String(1e6 + 9)),
    );
  });

  it('cuts no secret in two when others before it become shorter', () => {
    const text = 'canary-7f3a-secret '.repeat(1000);

    expect(redactor.redact(text)).toMatch(/^(\[redacted\] )+\[redacted\]\[\d+ characters cut\]$/);
  });

  it.each([
    ['texts', Array.from({ length: 1000 }, () => 'x'.repeat(5000))],
    ['nulls', new Array(1e6).fill(null)],
    ['empty lists', new Array(1e6).fill([])],
    ['keys', Object.fromEntries(Array.from({ length: 1e5 }, (_, index) => [`key${index}`, true]))],
  ])('cuts a huge number of %s', (_what, value) => {
    const line = JSON.stringify(redactor.redact(value));

    expect(line).toContain('[cut]');
    expect(line.length).toBeLessThan(400_000);
  });
});
