import { KEYS, PASSWORD, publicJwk, SECRETS, Setting } from '../test/setting';

describe('OktaDouble', () => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await Setting.start();
  }, 30_000);
  afterEach(() => setting.okta.mend());
  afterAll(() => setting.stop());

  describe('the management API', () => {
    it('has two secrets side by side at most, and deletes inactive ones only', async () => {
      const token = await setting.management();

      const created = await setting.send('POST', SECRETS, { token, body: {} });

      expect(created).toMatchObject({ status: 201, body: { status: 'ACTIVE' } });
      const { id, client_secret: secret } = created.body;
      await expect(setting.withSecret(secret)).resolves.toMatchObject({ status: 200 });
      await expect(setting.withSecret('secret of invoices')).resolves.toMatchObject({
        status: 200,
      });
      await expect(setting.send('POST', SECRETS, { token })).resolves.toMatchObject({
        status: 400,
      });
      const list = await setting.send('GET', SECRETS, { token });
      expect(list.body).toHaveLength(2);
      expect(JSON.stringify(list)).not.toContain(secret);

      const one = `${SECRETS}/${id}`;
      await expect(setting.send('DELETE', one, { token })).resolves.toMatchObject({ status: 400 });
      await setting.send('POST', `${one}/lifecycle/deactivate`, { token });
      await expect(setting.withSecret(secret)).resolves.toMatchObject({ status: 401 });
      await setting.send('POST', `${one}/lifecycle/activate`, { token });
      await expect(setting.withSecret(secret)).resolves.toMatchObject({ status: 200 });
      await setting.send('POST', `${one}/lifecycle/deactivate`, { token });
      await expect(setting.send('DELETE', one, { token })).resolves.toMatchObject({ status: 204 });
      await expect(setting.send('GET', one, { token })).resolves.toMatchObject({ status: 404 });
      const { secrets } = await setting.okta.credentials('0oaInvoices');
      expect(secrets).toMatchObject([{ status: 'ACTIVE' }]);
      await expect(
        setting.send('POST', `${SECRETS}/${secrets[0]?.id}/lifecycle/deactivate`, { token }),
      ).resolves.toMatchObject({ status: 400 });
    });

    it('adds and removes keys', async () => {
      const token = await setting.management();
      const jwk = { ...publicJwk('next', 'k-2'), use: 'sig', alg: 'RS256' };

      const added = await setting.send('POST', KEYS, { token, body: jwk });

      expect(added).toMatchObject({ status: 201, body: { kid: 'k-2', status: 'ACTIVE' } });
      await expect(setting.withKey('next', 'k-2')).resolves.toMatchObject({ status: 200 });
      await expect(setting.withKey('orders', 'k-1')).resolves.toMatchObject({ status: 200 });
      await expect(setting.send('POST', KEYS, { token, body: jwk })).resolves.toMatchObject({
        status: 400,
      });
      const list = await setting.send('GET', KEYS, { token });
      expect(list.body).toMatchObject({ jwks: { keys: [{ kid: 'k-1' }, { kid: 'k-2' }] } });
      const one = `${KEYS}/${added.body.id}`;
      await expect(setting.send('DELETE', one, { token })).resolves.toMatchObject({ status: 400 });
      await setting.send('POST', `${one}/lifecycle/deactivate`, { token });
      await expect(setting.withKey('next', 'k-2')).resolves.toMatchObject({ status: 401 });
      await expect(setting.send('DELETE', one, { token })).resolves.toMatchObject({ status: 204 });
      await expect(setting.okta.credentials('0oaOrders')).resolves.toMatchObject({
        keys: [{ kid: 'k-1', status: 'ACTIVE' }],
      });
    });

    it.each([
      ['without a name', { kid: undefined }],
      ['that is not whole', { n: undefined }],
      ['that is private', { d: 'private' }],
      ['for encryption', { use: 'enc' }],
    ])('refuses a key %s', async (_, change) => {
      const body = { ...publicJwk('next', 'k-3'), use: 'sig', alg: 'RS256', ...change };

      await expect(
        setting.send('POST', KEYS, { token: await setting.management(), body }),
      ).resolves.toMatchObject({
        status: 400,
        body: { errorCode: 'E0000001' },
      });
    });

    it('sets a password', async () => {
      const body = { credentials: { password: { value: 'another password' } } };
      const token = await setting.management();

      await expect(
        setting.send('POST', '/api/v1/users/00uA', { token, body }),
      ).resolves.toMatchObject({
        status: 200,
        body: { id: '00uA', credentials: { password: {} } },
      });

      await expect(setting.withPassword(PASSWORD)).resolves.toMatchObject({ status: 400 });
      await expect(setting.withPassword('another password')).resolves.toMatchObject({
        status: 200,
      });
    });

    it('is for tokens with the scope only', async () => {
      const { body } = await setting.withSecret('secret of invoices');
      const token = await setting.management('okta.users.manage');

      for (const [bearer, status] of [
        [undefined, 401],
        ['unknown', 401],
        [body['access_token'], 401],
        [token, 403],
      ] as const)
        await expect(
          setting.send('GET', SECRETS, bearer ? { token: bearer } : {}),
        ).resolves.toMatchObject({
          status,
        });
    });

    it.each([
      '/api/v1/apps/none/credentials/secrets',
      `${SECRETS}/none`,
      `${KEYS}/none`,
      '/api/v1/groups',
    ])('does not know %s', async (path) => {
      await expect(
        setting.send('GET', path, { token: await setting.management() }),
      ).resolves.toMatchObject({
        status: 404,
        body: { errorCode: 'E0000007' },
      });
    });
  });
});
