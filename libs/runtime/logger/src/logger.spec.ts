import { captured } from '../test/captured';
import { Logger, Redactor } from './index';

describe('Logger', () => {
  it('writes one line of JSON with who, when, how severe and what', () => {
    const { logger, written, lines } = captured();

    logger.info('called\nthe api', { status: 200, attempts: [1, 2] });

    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/^[^\n]+\n$/);
    expect(lines()[0]).toEqual({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      level: 'INFO',
      message: 'called\nthe api',
      service: 'api-caller',
      status: 200,
      attempts: [1, 2],
    });
  });

  it('writes to standard output', () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      new Logger({ service: 'api-caller', redactor: new Redactor() }).info('called');
      expect(write).toHaveBeenCalledWith(expect.stringMatching(/^\{.*"called".*\}\n$/));
    } finally {
      write.mockRestore();
    }
  });

  it.each([
    ['debug', ['DEBUG', 'INFO', 'WARN', 'ERROR']],
    ['info', ['INFO', 'WARN', 'ERROR']],
    ['warn', ['WARN', 'ERROR']],
    ['error', ['ERROR']],
    [undefined, ['INFO', 'WARN', 'ERROR']],
  ] as const)('leaves out what is less severe than %s', (level, expected) => {
    const { logger, lines } = captured(level && { level });

    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');

    expect(lines().map((line) => line['level'])).toEqual(expected);
  });

  it('gives each line of a child its ids and those of its parents', () => {
    const { logger, lines } = captured();
    const child = logger.child({ executionId: 'e-1' });

    child.child({ requestId: 'r-1' }).info('called');
    child.info('called');
    logger.info('called');

    const ids = lines().map(({ executionId, requestId }) => ({ executionId, requestId }));
    expect(ids).toEqual([{ executionId: 'e-1', requestId: 'r-1' }, { executionId: 'e-1' }, {}]);
  });

  it('takes a secret out of ids that were given before it was registered', () => {
    const { logger, redactor, written } = captured();
    const child = logger.child({ path: '/orders/canary-7f3a' });

    redactor.register('canary-7f3a');
    child.info('called');

    expect(written[0]).toContain('/orders/[redacted]');
  });

  it('lets no field forge the time, the level, the message or the service', () => {
    const { logger, lines } = captured();

    logger.warn('called', { level: 'DEBUG', message: 'x', service: 'y', timestamp: 'z' });

    expect(lines()[0]).toMatchObject({ level: 'WARN', message: 'called', service: 'api-caller' });
    expect(lines()[0]?.['timestamp']).not.toBe('z');
  });

  it('keeps an error apart from the message', () => {
    const { logger, lines } = captured();

    logger.error('call failed', new TypeError('fetch failed', { cause: new Error('reset') }));

    expect(lines()[0]).toMatchObject({
      message: 'call failed',
      error: { name: 'TypeError', message: 'fetch failed', cause: { message: 'reset' } },
    });
  });

  it.each([
    ['a list', [1], { fields: [1] }],
    ['null', null as unknown as object, { fields: null }],
    ['a proxy that throws', throwingProxy(), { fields: '[unreadable]' }],
  ])('writes a line also when the fields are %s', (_case, fields, expected) => {
    const { logger, lines } = captured();

    logger.info('called', fields);

    expect(lines()[0]).toMatchObject({ message: 'called', ...expected });
  });
});

function throwingProxy(): object {
  const handler = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error('trap');
      },
    },
  );
  return new Proxy({}, handler);
}
