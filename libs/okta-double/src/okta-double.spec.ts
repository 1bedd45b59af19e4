import { TestCertificateAuthority } from '@culvert/loopback';
import { fetch, ProxyAgent } from 'undici';
import { options, PASSWORD, Setting } from '../test/setting';
import { OktaDouble } from './index';

describe('OktaDouble', () => {
  let setting: Setting;

  beforeAll(async () => {
    setting = await Setting.start();
  }, 30_000);
  afterEach(() => setting.okta.mend());
  afterAll(() => setting.stop());

  describe('tokens', () => {
    it.each([
      ['a secret', () => setting.withSecret('secret of invoices'), '0oaInvoices', 'invoices.read'],
      ['a key', () => setting.withKey('orders', 'k-1'), '0oaOrders', 'orders.read'],
      ['a service account', () => setting.withPassword(PASSWORD), '0oaShipments', 'shipments.read'],
    ])('are given for %s', async (_, request, cid, scope) => {
      const { status, body } = await request();

      expect(status).toBe(200);
      expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope });
      expect(claims(body['access_token'])).toMatchObject({
        iss: setting.okta.issuer,
        aud: setting.okta.issuer,
        cid,
        scope,
      });
    });

    it('have the claims of their client', async () => {
      const { body } = await setting.withSecret('secret of invoices');

      expect(claims(body['access_token'])).toMatchObject({ costCentre: 'c-7' });
    });

    it.each([
      ['a wrong secret', () => setting.withSecret('wrong'), 401, 'invalid_client'],
      ['another key', () => setting.withKey('next', 'k-1'), 401, 'invalid_client'],
      ['a wrong password', () => setting.withPassword('wrong'), 400, 'invalid_grant'],
      [
        'an unknown scope',
        () => setting.withSecret('secret of invoices', 'all'),
        400,
        'invalid_scope',
      ],
      [
        "another's scope",
        () => setting.withSecret('secret of invoices', 'orders.read'),
        400,
        'invalid_scope',
      ],
      ['no scope', () => setting.withSecret('secret of invoices', ''), 400, 'invalid_scope'],
    ])('are refused for %s', async (_, request, status, error) => {
      await expect(request()).resolves.toMatchObject({ status, body: { error } });
    });

    it('are had through the proxy, under the own name', async () => {
      const proxy = new ProxyAgent({ uri: setting.okta.proxyUrl, requestTls: { ca: setting.ca } });

      const response = await fetch(`${setting.okta.issuer}/v1/keys`, { dispatcher: proxy });

      expect(await response.json()).toMatchObject({ keys: [{ alg: 'RS256' }] });
      await expect(fetch('https://elsewhere.test/', { dispatcher: proxy })).rejects.toThrow();
      await proxy.close();
    });
  });

  it('says what it cannot start with', async () => {
    await expect(
      OktaDouble.start({ ...options, certificate: { cert: 'none', key: 'none' } }),
    ).rejects.toThrow(/PEM/);
  }, 30_000);

  it('answers nothing after its end', async () => {
    const authority = await TestCertificateAuthority.create();
    const other = await OktaDouble.start({ ...options, certificate: await authority.server() });

    await other.stop();

    await expect(other.counts()).rejects.toThrow();
  }, 30_000);
});

function claims(token = ''): unknown {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
