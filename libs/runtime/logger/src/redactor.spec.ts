import { inspect } from 'node:util';
import { Redactor } from './index';

const canary = 'S3cret/+"\\ é\u{1f511}%x\n';

function redactorOf(...secrets: readonly string[]): Redactor {
  const redactor = new Redactor();
  redactor.register(...secrets);
  return redactor;
}

describe('Redactor', () => {
  it.each([
    ['itself', canary],
    ['JSON', JSON.stringify(canary).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(canary)).slice(3, -3)],
    ['ASCII JSON', asciiJson(canary)],
    ['a URL component', encodeURIComponent(canary)],
    ['a URL component, lower case', encodeURIComponent(canary).toLowerCase().replace('s', 'S')],
    ['a URL', encodeURI(canary)],
    ['a URL in a URL', encodeURIComponent(encodeURIComponent(canary))],
    ['a form', new URLSearchParams([['', canary]]).toString().slice(1)],
    ['hex', Buffer.from(canary).toString('hex')],
    ['hex, upper case', Buffer.from(canary).toString('hex').toUpperCase()],
    ['hex, mixed case', mixedCase(Buffer.from(canary).toString('hex'))],
  ])('finds a registered secret as %s', (_form, text) => {
    expect(redactorOf(canary).redact(`before ${text} after`)).toBe('before [redacted] after');
  });

  it.each(['', 'a', 'ab'])('finds it in the middle of base64 (%j before it)', (before) => {
    const text = Buffer.from(`${before}${canary}:after`);

    for (const shown of [text.toString('base64'), text.toString('base64url')]) {
      const redacted = String(redactorOf(canary).redact(`Basic ${shown}`));
      expect(redacted).toMatch(/^Basic \w{0,3}\[redacted\][\w=]+$/);
    }
  });

  it('finds it in JSON in base64', () => {
    const shown = Buffer.from(JSON.stringify({ canary })).toString('base64');

    expect(redactorOf(canary).redact(`body ${shown}`)).toMatch(/^body \w+\[redacted\]\w+=*$/);
  });

  it('finds it in Basic authentication, where it is form-encoded first', () => {
    const credentials = new URLSearchParams([['client', canary]]).toString().replace('=', ':');
    const header = `Basic ${Buffer.from(credentials).toString('base64')}`;

    expect(redactorOf(canary).redact({ header })).toEqual({
      header: expect.stringMatching(/^Basic \w+\[redacted\]=*$/),
    });
  });

  it('hides secrets that overlap, contain or repeat themselves', () => {
    expect(redactorOf('abcdef', 'defghi').redact('xabcdefghix')).toBe('x[redacted]x');
    expect(redactorOf('abcd', 'abcdefgh').redact('xabcdefghx')).toBe('x[redacted]x');
    expect(redactorOf('abab').redact('xabababx')).toBe('x[redacted]x');
  });

  it('finds a secret in keys, numbers, big integers, symbols and names of functions', () => {
    const redactor = redactorOf('4711471147');

    expect(
      redactor.redact({
        x4711471147: true,
        number: 4711471147,
        bigint: 4711471147n,
        symbol: Symbol('4711471147'),
        function: { 'f-4711471147': () => 1 }['f-4711471147'],
      }),
    ).toEqual({
      'x[redacted]': true,
      number: '[redacted]',
      bigint: '[redacted]',
      symbol: 'Symbol([redacted])',
      function: '[function f-[redacted]]',
    });
  });

  it('finds a secret in errors, their causes, stacks and properties', () => {
    const cause = Object.assign(new Error(`refused ${canary}`), { body: `{"x":"${canary}"}` });
    const error = new AggregateError([cause], `failed for ${canary}`, { cause });

    const shown = redactorOf(canary).redact(error);

    expect(JSON.stringify(shown)).not.toContain('S3cret');
    expect(shown).toMatchObject({
      name: 'AggregateError',
      message: 'failed for [redacted]',
      stack: expect.stringContaining('redactor.spec.ts'),
      cause: { message: 'refused [redacted]', body: '{"x":"[redacted]"}' },
      errors: [{ message: 'refused [redacted]' }],
    });
  });

  it('hides what sensitive keys hold, whatever it is', () => {
    expect(
      new Redactor().redact({
        password: 'x',
        clientSecret: { value: 'x' },
        access_tokens: ['x'],
        headers: new Headers({ Authorization: 'Bearer x', 'X-Api-Key': 'x', accept: 'a' }),
        form: new URLSearchParams({ client_assertion: 'x', scope: 'a' }),
        map: new Map([['Set-Cookie', 'x']]),
        secretArn: 'arn',
        tokenEndpoint: 'https://id.example.com',
        passwordless: true,
      }),
    ).toEqual({
      password: '[redacted]',
      clientSecret: '[redacted]',
      access_tokens: '[redacted]',
      headers: { authorization: '[redacted]', 'x-api-key': '[redacted]', accept: 'a' },
      form: { client_assertion: '[redacted]', scope: 'a' },
      map: { 'Set-Cookie': '[redacted]' },
      secretArn: 'arn',
      tokenEndpoint: 'https://id.example.com',
      passwordless: true,
    });
  });

  it('never shows the bytes of a buffer', () => {
    expect(
      new Redactor().redact([Buffer.from('x'), new Uint16Array(2), new ArrayBuffer(3)]),
    ).toEqual(['[1 bytes]', '[4 bytes]', '[3 bytes]']);
  });

  it('shows a forgotten secret again', () => {
    const redactor = redactorOf('first-secret', 'second-secret');

    redactor.forget('first-secret');

    expect(redactor.redact('first-secret second-secret')).toBe('first-secret [redacted]');
  });

  it('does not show what it hides', () => {
    const shown = inspect(redactorOf('canary-7f3a'), { depth: Infinity, showHidden: true });

    expect(shown).not.toContain('7f3a');
  });

  it('is not confused by an empty secret', () => {
    expect(redactorOf('').redact('text')).toBe('text');
  });
});

function mixedCase(text: string): string {
  return text.replace(/\w/g, (unit, index) => (index % 3 === 0 ? unit.toUpperCase() : unit));
}

function asciiJson(text: string): string {
  return text.replace(
    /[^\w/+% ]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
