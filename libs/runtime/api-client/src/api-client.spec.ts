import { InvalidInput, OutcomeUnknown, Transient } from '@culvert/errors';
import { type ServerAnswer, TestCertificateAuthority } from '@culvert/loopback';
import Ajv, { type JSONSchemaType } from 'ajv';
import { CompressedBomb, hang, json, ok, order, status } from '../test/answers';
import { apiAndClient } from '../test/test-client';
import { ApiClient, type ApiClientOptions, type ApiEvent, type TokenWait } from './index';

const get = { method: 'GET', path: '/orders' } as const;
const time = { remainingMs: 30_000 };

describe('ApiClient', () => {
  let authority: TestCertificateAuthority;
  const cleanUp: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
  });
  afterEach(async () => {
    await Promise.all(cleanUp.splice(0).map((end) => end()));
  });

  async function start(answers: readonly ServerAnswer[], options?: Partial<ApiClientOptions>) {
    const started = await apiAndClient(authority, answers, options);
    cleanUp.push(started.stop);
    return started;
  }

  it('sends what it was given, below the base URL, and gives back what came', async () => {
    const { api, client } = await start([json({ id: 'o-2' }, 201, { ETag: '"1"' })]);

    const response = await client.call(
      {
        method: 'POST',
        path: '/customers/caf%C3%A9/orders',
        query: { dry: true, tag: ['a b', 'c&d'], limit: 2 },
        headers: { 'X-Correlation-Id': 'c-1' },
        body: { lines: ['é'] },
      },
      time,
    );

    expect(response).toMatchObject({
      status: 201,
      headers: { etag: '"1"', 'content-type': 'application/json' },
      body: { id: 'o-2' },
    });
    expect(api.received).toMatchObject([
      {
        method: 'POST',
        url: '/v1/customers/caf%C3%A9/orders?dry=true&tag=a+b&tag=c%26d&limit=2',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'content-length': '16',
          'x-correlation-id': 'c-1',
        },
        body: '{"lines":["é"]}',
      },
    ]);
    expect(api.received[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'POST', 'PATCH'] as const)(
    'sends %s',
    async (method) => {
      const { api, client } = await start([status(204)]);

      const response = await client.call({ method, path: '/orders' }, time);

      expect(response).toMatchObject({ status: 204, body: undefined });
      expect(api.received).toMatchObject([{ method }]);
    },
  );

  it('sends the whole request again when it repeats it', async () => {
    const { api, client } = await start([status(503), status(401), ok], {
      token: { get: async () => 'first', renew: async () => 'second' },
    });

    await client.call({ method: 'PUT', path: '/orders/1', body: order }, time);

    expect(api.received.map(({ body, headers }) => [body, headers.authorization])).toEqual([
      [JSON.stringify(order), 'Bearer first'],
      [JSON.stringify(order), 'Bearer first'],
      [JSON.stringify(order), 'Bearer second'],
    ]);
    expect(new Set(api.received.map(({ headers }) => headers['content-type']))).toEqual(
      new Set(['application/json']),
    );
  });

  it('renews the token that was refused, once for the call', async () => {
    const refused: string[] = [];
    const { client } = await start([status(401), status(503), ok], {
      token: {
        get: async () => `token-${refused.length}`,
        renew: async (token) => `token-${refused.push(token)}`,
      },
    });

    await client.call(get, time);

    expect(refused).toEqual(['token-0']);
  });

  it('tells the token provider how long it may take', async () => {
    const waits: TokenWait[] = [];
    const { client } = await start([hang], {
      marginMs: 500,
      token: { get: async (wait) => (waits.push(wait), 'token'), renew: async () => 'token' },
    });

    await expect(client.call(get, { remainingMs: 2_500 })).rejects.toHaveProperty(
      'name',
      'DeadlineExceeded',
    );

    expect(waits).toHaveLength(1);
    expect(waits[0]?.remainingMs).toBeLessThanOrEqual(2_000);
    expect(waits[0]?.signal.aborted).toBe(true);
  });

  it('does not retry what the token provider failed with', async () => {
    const failure = new Transient('no answer from the authorization server');
    let asked = 0;
    const { api, client } = await start([ok], {
      token: {
        get: () => {
          asked += 1;
          throw failure;
        },
        renew: async () => 'token',
      },
    });

    await expect(client.call(get, time)).rejects.toBe(failure);
    await expect(client.call({ ...get, method: 'POST' }, time)).rejects.toBe(failure);

    expect(asked).toBe(2);
    expect(api.received).toHaveLength(0);
  });

  it('keeps the token on its own host when it is redirected', async () => {
    const elsewhere = await start([ok]);
    const { api, client } = await start(
      [status(302, { location: `${elsewhere.api.origin}/v1/orders` })],
      { token: { get: async () => 'token', renew: async () => 'token' } },
    );

    await expect(client.call(get, time)).rejects.toHaveProperty('name', 'ContractError');

    expect(api.received).toHaveLength(1);
    expect(elsewhere.api.connections).toBe(0);
  });

  it('stops a compressed bomb while it inflates', async () => {
    const bomb = new CompressedBomb();
    const { client } = await start([bomb.answer]);

    await expect(client.call(get, time)).rejects.toHaveProperty('name', 'ContractError');

    expect(bomb.inflatedBytes).toBeLessThan(2 ** 29);
  });

  it('tells of each attempt and each retry', async () => {
    const events: ApiEvent[] = [];
    const { client } = await start([status(503), ok], { observe: (event) => events.push(event) });

    await client.call(get, time);

    expect(events).toEqual([
      { type: 'attempt', attempt: 1, method: 'GET', status: 503, durationMs: expect.any(Number) },
      { type: 'retry', error: 'Transient', waitMs: expect.any(Number) },
      { type: 'attempt', attempt: 2, method: 'GET', status: 200, durationMs: expect.any(Number) },
    ]);
  });

  it('does not take a mistake in a callback for a failure of the API', async () => {
    const mistake = new TypeError('no such metric');
    const { api, client } = await start([ok], {
      observe: () => {
        throw mistake;
      },
    });

    await expect(client.call(get, time)).rejects.toBe(mistake);

    expect(api.received).toHaveLength(1);
  });

  it('says what is worth a retry, and what became of the request', async () => {
    const { client } = await start([status(503)]);

    const error = await client.call({ ...get, method: 'POST' }, time).catch((thrown) => thrown);

    expect(error).toBeInstanceOf(OutcomeUnknown);
    expect(error.message).toMatch(/^localhost:\d+ answered 503: the POST may have been done: /);
    expect(error.cause).toBeInstanceOf(Transient);
  });

  it('checks a response by what ajv compiles', async () => {
    const schema: JSONSchemaType<typeof order> = {
      type: 'object',
      properties: { id: { type: 'string' }, lines: { type: 'integer' } },
      required: ['id', 'lines'],
    };
    const validate = new Ajv().compile(schema);
    const { client } = await start([json({ ...order, lines: 'canary' }), ok]);

    await expect(client.call({ ...get, validate }, time)).rejects.toMatchObject({
      name: 'ContractError',
      message: 'the response is not what was agreed: #/properties/lines/type must be integer',
    });
    const { body } = await client.call({ ...get, validate }, time);
    expect(body.lines).toBe(order.lines);
  });

  it('makes as many attempts as it may', async () => {
    const { api, client } = await start([status(503)], { maxAttempts: 1 });

    await expect(client.call(get, time)).rejects.toBeInstanceOf(Transient);

    expect(api.received).toHaveLength(1);
  });

  it.each([
    { maxAttempts: 0 },
    { maxAttempts: 1.5 },
    { maxResponseBytes: 0 },
    { maxResponseBytes: Number.NaN },
    { marginMs: -1 },
    { minAttemptMs: -1 },
    { baseUrl: 'http://orders.internal' },
    { baseUrl: 'orders.internal' },
    { baseUrl: 'https://user:password@orders.internal' },
    { baseUrl: 'https://orders.internal?stage=prod' },
  ])('is not made with %j', (options) => {
    expect(() => new ApiClient({ baseUrl: 'https://orders.internal', ...options })).toThrow(
      InvalidInput,
    );
  });

  it('fails when the time left is no number', async () => {
    const { client } = await start([ok]);

    await expect(client.call(get, { remainingMs: Number.NaN })).rejects.toThrow(InvalidInput);
  });

  it('takes all the time in the world', async () => {
    const { client } = await start([ok]);

    const { body } = await client.call(get, { remainingMs: Number.POSITIVE_INFINITY });

    expect(body).toEqual(order);
  });
});
