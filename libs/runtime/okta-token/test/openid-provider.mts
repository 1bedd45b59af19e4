import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata, errors, type KoaContextWithOIDC } from 'oidc-provider';

/** What the parent process sends to start it. */
export interface Start {
  readonly cert: string;
  readonly key: string;
  readonly clients: ClientMetadata[];
  readonly username: string;
  readonly password: string;
}

const PATH = '/oauth2/aus1';

process.once('message', async ({ cert, key, clients, username, password }: Start) => {
  const server = createServer({ cert, key });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `https://localhost:${port}${PATH}`;
  const provider = new Provider(issuer, {
    clients,
    scopes: ['orders.read', 'orders.write'],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    routes: { token: '/v1/token' },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
  });
  provider.registerGrantType(
    'password',
    async (ctx: KoaContextWithOIDC) => {
      const { client, params } = ctx.oidc;
      if (params?.['username'] !== username || params['password'] !== password) {
        throw new errors.InvalidGrant('wrong username or password');
      }
      if (client === undefined) {
        throw new errors.InvalidClient('no client');
      }
      const token = new provider.ClientCredentials({ client, scope: 'orders.read' });
      ctx.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        token_type: token.tokenType,
      };
    },
    ['username', 'password', 'scope'],
  );
  const handle = provider.callback();
  server.on('request', (request, response) => {
    const { url = '' } = request;
    Object.assign(request, { originalUrl: url, url: url.slice(PATH.length) });
    return handle(request, response);
  });
  process.send?.(issuer);
});
