import { request } from 'node:https';
import { OktaDouble } from '@culvert/okta-double';
import { TestCertificateAuthority } from '@culvert/loopback';
import { InternalApi } from './internal-api';

jest.setTimeout(60_000);

const DOMAIN = 'culvert.okta.example.com';
const HOST = 'orders.corp.example.com';
const SECRET = 'a secret of fourteen';

describe('InternalApi', () => {
  let ca: string;
  let okta: OktaDouble;
  let api: InternalApi;
  beforeAll(async () => {
    const authority = await TestCertificateAuthority.create();
    ca = authority.ca;
    okta = await OktaDouble.start({
      certificate: await authority.server({ names: [DOMAIN] }),
      domain: DOMAIN,
      authorizationServerId: 'ausculvert',
      clients: [
        {
          clientId: 'orders',
          appId: 'orders',
          grant: 'client_secret',
          clientSecret: SECRET,
          scopes: ['orders'],
        },
      ],
    });
    api = await InternalApi.start(await authority.server({ names: [HOST] }), ca, okta);
  });
  afterAll(async () => {
    api.stop();
    await okta.stop();
  });

  function send(port: number, host: string, path: string, headers: object, form?: string) {
    return new Promise<{ status: number | undefined; body: Record<string, unknown> }>(
      (resolve, reject) => {
        const options = { host: '127.0.0.1', port, servername: host, path, ca };
        const method = form === undefined ? 'GET' : 'POST';
        request({ ...options, method, headers: { host, ...headers } }, async (response) => {
          let text = '';
          for await (const chunk of response) text += String(chunk);
          resolve({
            status: response.statusCode,
            body: JSON.parse(text) as Record<string, unknown>,
          });
        })
          .on('error', reject)
          .end(form);
      },
    );
  }

  async function token(): Promise<string> {
    const { body } = await send(
      okta.port,
      DOMAIN,
      '/oauth2/ausculvert/v1/token',
      {
        authorization: `Basic ${btoa(`orders:${SECRET}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      'grant_type=client_credentials&scope=orders',
    );
    return String(body['access_token']);
  }

  const call = (path: string, bearer: string) =>
    send(api.port, HOST, path, { authorization: `Bearer ${bearer}` });

  it.each([
    ['answers', '/orders/7', 200, { id: '7', lines: 2 }],
    ['forbids', '/forbidden/7', 403, { message: 'forbidden' }],
    ['answers', '/live/other/7', 200, { id: '7' }],
  ])('%s %s with a token of the authorization server', async (_, path, status, body) => {
    expect(await call(path, await token())).toEqual({ status, body });
  });

  it('refuses a token that the authorization server has not signed, and remembers it', async () => {
    const [header, claims] = (await token()).split('.');
    const forged = `${header}.${claims}.AAAA`;

    expect(await call('/orders/7', forged)).toMatchObject({ status: 401 });
    expect(api.tokens).toContain(forged);
  });
});
