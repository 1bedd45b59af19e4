import { captured } from '../test/captured';

describe('Logger.metric', () => {
  it('writes the embedded metric format, with ids that are no dimensions', () => {
    const { logger, lines } = captured({ namespace: 'Orders' });
    const before = Date.now();

    logger
      .child({ requestId: 'r-1' })
      .metric('ApiLatency', 12.5, 'Milliseconds', { api: 'orders' });

    expect(lines()).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: 'Orders',
              Dimensions: [['service', 'api']],
              Metrics: [{ Name: 'ApiLatency', Unit: 'Milliseconds' }],
            },
          ],
        },
        ApiLatency: 12.5,
        service: 'api-caller',
        api: 'orders',
        requestId: 'r-1',
      },
    ]);
    const { _aws } = lines()[0] as { _aws: { Timestamp: number } };
    expect(_aws.Timestamp).toBeGreaterThanOrEqual(before);
  });

  it('is written at every level, with a sensitive word in its name', () => {
    const { logger, lines } = captured({ level: 'error' });

    logger.metric('Token', 1, 'Count');

    expect(lines()[0]).toMatchObject({ Token: 1 });
  });

  it('lets no id of a child replace a dimension or the value', () => {
    const { logger, lines } = captured();

    logger.child({ service: 'x', Retries: 'y', _aws: 'z' }).metric('Retries', 2, 'Count');

    expect(lines()[0]).toMatchObject({ service: 'api-caller', Retries: 2, _aws: {} });
  });

  it.each([
    ['a value that is no number', 'Retries', NaN, {}, 'value is NaN, use a finite number'],
    ['a value without end', 'Retries', Infinity, {}, 'value is Infinity, use a finite number'],
    ['no name', ' ', 1, {}, "name is ' ', use 1 to 1024 characters"],
    ['the name of a dimension', 'api', 1, { api: 'a' }, "name 'api' is taken, use another than a"],
    ['an empty dimension', 'Retries', 1, { api: '' }, `dimension 'api' is "", use 1 to 1024`],
    ['a dimension that is no text', 'Retries', 1, { api: {} }, `dimension 'api' is {}, use 1 to`],
    ['too many dimensions', 'Retries', 1, dimensions(30), '31 dimensions, use at most 30'],
  ])('warns of what CloudWatch would drop: %s', (_case, name, value, given, problem) => {
    const { logger, lines } = captured();

    logger.metric(name, value, 'Count', given as Record<string, string>);

    expect(lines()).toEqual([
      expect.objectContaining({ level: 'WARN', problems: [expect.stringContaining(problem)] }),
    ]);
  });

  it('takes as many dimensions as CloudWatch does', () => {
    const { logger, lines } = captured();

    logger.metric('Retries', 1, 'Count', dimensions(29));

    expect(lines()[0]).toHaveProperty('_aws');
  });
});

function dimensions(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`d${index}`, 'x']));
}
