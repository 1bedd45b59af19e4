import { fetch } from 'undici';
import { SECRETS, Setting } from '../test/setting';

describe('OktaDouble', () => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await Setting.start();
  }, 30_000);
  afterEach(() => setting.okta.mend());
  afterAll(() => setting.stop());

  describe('faults', () => {
    it('come as often as they are ordered, and where', async () => {
      await setting.okta.fail('token', { status: 503 }, { skip: 1, times: 2 });
      const before = await setting.okta.counts();

      const statuses: number[] = [];
      for (let asked = 0; asked < 4; asked += 1)
        statuses.push((await setting.withSecret('secret of invoices')).status);

      expect(statuses).toEqual([200, 503, 503, 200]);
      const { tokenRequests } = await setting.okta.counts();
      expect(tokenRequests - before.tokenRequests).toBe(4);
    });

    it('can be an answer with headers', async () => {
      await setting.okta.fail(`GET ${SECRETS}`, {
        status: 429,
        headers: { 'x-rate-limit-reset': '1' },
      });

      await expect(setting.send('GET', SECRETS, {})).resolves.toMatchObject({
        status: 429,
        body: { errorCode: 'E0000047' },
      });
      await expect(setting.send('GET', SECRETS, {})).resolves.toMatchObject({ status: 401 });
    });

    it.each([
      ['reset', 1],
      ['lost', 2],
    ] as const)('%s leaves %i secrets', async (kind, count) => {
      const token = await setting.management();
      await setting.okta.fail('management', kind);

      await expect(setting.send('POST', SECRETS, { token })).rejects.toThrow('fetch failed');

      const { secrets } = await setting.okta.credentials('0oaInvoices');
      expect(secrets).toHaveLength(count);
    });

    it('can be silence', async () => {
      await setting.okta.fail('*', 'hang');
      const gaveUp = AbortSignal.timeout(50);

      await expect(
        fetch(`https://127.0.0.1:${setting.okta.port}/`, {
          dispatcher: setting.agent,
          signal: gaveUp,
        }),
      ).rejects.toThrow('timeout');
    });
  });
});
