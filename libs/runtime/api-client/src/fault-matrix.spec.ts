import { inspect } from 'node:util';
import { CulvertError, RateLimited } from '@culvert/errors';
import { ScriptedServer, TestCertificateAuthority } from '@culvert/loopback';
import { order } from '../test/answers';
import type { Fault, ServerFault } from '../test/fault';
import { faultMatrix } from '../test/fault-matrix';
import { ApiClient, type ApiEvent, type ApiRequest } from './index';

const CANARIES = ['token-canary-1', 'token-canary-2', 'personal-canary'];

type Order = typeof order;

function isOrder(body: unknown): body is Order {
  const { id, lines } = (body ?? {}) as Partial<Order>;
  isOrder.errors = [{ schemaPath: '#/properties/lines/type', message: 'must be integer' }];
  return typeof id === 'string' && typeof lines === 'number';
}
isOrder.errors = [] as { schemaPath: string; message: string }[];

describe('fault matrix', () => {
  let authority: TestCertificateAuthority;
  let stranger: TestCertificateAuthority;
  const cleanUp: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    authority = await TestCertificateAuthority.create();
    stranger = await TestCertificateAuthority.create();
  });
  afterEach(async () => {
    await Promise.all(cleanUp.splice(0).map((end) => end()));
  });

  async function serverOptions(fault?: ServerFault) {
    const issuer = fault === 'another authority' ? stranger : authority;
    const names = fault === 'another name' ? ['elsewhere.example'] : undefined;
    return {
      ...(await issuer.server({ names, expired: fault === 'expired' })),
      ...(fault === 'TLS 1.1' && {
        minVersion: 'TLSv1' as const,
        maxVersion: 'TLSv1.1' as const,
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
    };
  }

  async function run({ server, answers = [], request, options, remainingMs = 30_000 }: Fault) {
    const api = await ScriptedServer.https(await serverOptions(server), ...answers);
    cleanUp.push(() => api.stop());
    const origin = server === 'no such name' ? 'https://no-such-name.invalid' : api.origin;
    if (server === 'nobody listens') {
      await cleanUp.pop()?.();
    }
    const events: ApiEvent[] = [];
    const client = new ApiClient({
      baseUrl: `${origin}/v1`,
      ca: authority.ca,
      token: {
        get: async () => 'token-canary-1',
        renew: async (refused) => (refused === 'token-canary-1' ? 'token-canary-2' : refused),
      },
      marginMs: 0,
      minAttemptMs: 50,
      observe: (event) => events.push(event),
      ...options,
    });
    cleanUp.push(() => client.close());
    const call: ApiRequest<Order> = {
      method: 'GET',
      path: '/orders',
      query: { name: 'personal-canary' },
      ...request,
      validate: isOrder,
    };
    const outcome = await client.call(call, { remainingMs }).catch((error: unknown) => error);
    return { outcome, api, attempts: events.filter(({ type }) => type === 'attempt').length };
  }

  const rows = faultMatrix.map((row) => ({ ...row, result: row.error ?? 'success' }));

  it.each(rows)('$fault: $result after $attempts', async (fault) => {
    const { outcome, api, attempts } = await run(fault);

    if (fault.error === undefined) {
      expect(outcome).toMatchObject({ status: 200, body: order });
    } else {
      expect(outcome).toBeInstanceOf(CulvertError);
      expect(outcome).toHaveProperty('name', fault.error);
    }
    expect(attempts).toBe(fault.attempts);
    expect(api.received).toHaveLength(fault.received ?? fault.attempts);
    expect(outcome instanceof RateLimited ? outcome.retryAfterSeconds : undefined).toBe(
      fault.retryAfterSeconds,
    );
    for (const canary of CANARIES) {
      expect(inspect(outcome, { depth: Infinity, showHidden: true })).not.toContain(canary);
    }
  });
});
