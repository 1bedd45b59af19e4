import { generateKeyPairSync } from 'node:crypto';
import Provider, {
  type Configuration,
  errors,
  type JWK,
  type KoaContextWithOIDC,
  type ResourceServer,
} from 'oidc-provider';
import type { OktaDoubleOptions } from '../okta-double-options.js';
import { adapterWithClients } from './adapter.mts';
import type { Directory } from './directory.mts';

const MANAGEMENT_SCOPES = ['okta.apps.manage', 'okta.users.manage'];
const AUTH_METHODS: Configuration['clientAuthMethods'] = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
];

type Values = Readonly<Record<string, string | undefined>>;

/** Issues the tokens that callers send to their APIs: JWTs that have the scopes of the callers. */
export function customAuthorizationServer(
  issuer: string,
  directory: Directory,
  lifetime: number,
): Provider {
  const resourceServer = {
    audience: issuer,
    scope: directory.scopes().join(' '),
    accessTokenTTL: lifetime,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  } as const;
  const provider: Provider = new Provider(issuer, {
    adapter: adapterWithClients((id) => directory.metadata(id)),
    jwks: { keys: [signingKey()] },
    scopes: directory.scopes(),
    clientAuthMethods: AUTH_METHODS,
    routes: { token: '/v1/token', jwks: '/v1/keys' },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        getResourceServerInfo: (ctx) => {
          requireScopes(ctx);
          return resourceServer;
        },
      },
    },
    extraTokenClaims: (ctx) => {
      const { clientId } = ctx.oidc.client ?? {};
      return { cid: clientId, ...directory.client(clientId ?? '')?.client.claims };
    },
  });
  provider.Client.prototype.compareClientSecret = function (this: { clientId: string }, secret) {
    return directory.accepts(this.clientId, secret);
  };
  provider.registerGrantType(
    'password',
    (ctx: KoaContextWithOIDC) => passwordGrant(provider, ctx, directory, resourceServer),
    ['username', 'password', 'scope'],
  );
  return provider;
}

/** Issues the tokens of the management API, to the one app that may have them. */
export function orgAuthorizationServer(
  issuer: string,
  { management }: OktaDoubleOptions,
  lifetime: number,
): Provider {
  const scopes = [...(management?.scopes ?? MANAGEMENT_SCOPES)];
  return new Provider(issuer, {
    adapter: adapterWithClients((id) =>
      management === undefined || id !== management.clientId
        ? undefined
        : {
            client_id: id,
            token_endpoint_auth_method: 'private_key_jwt',
            jwks: { keys: [{ ...management.jwk, use: 'sig' } as never] },
            grant_types: ['client_credentials'],
            redirect_uris: [],
            response_types: [],
            scope: scopes.join(' '),
          },
    ),
    jwks: { keys: [signingKey()] },
    scopes,
    clientAuthMethods: AUTH_METHODS,
    routes: { token: '/oauth2/v1/token' },
    ttl: { ClientCredentials: lifetime },
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
  });
}

/** Any client may use it that is registered with it; the provider has no such grant itself. */
async function passwordGrant(
  provider: Provider,
  ctx: KoaContextWithOIDC,
  directory: Directory,
  resourceServer: ResourceServer,
): Promise<void> {
  const { client, params } = ctx.oidc;
  if (client === undefined) throw new errors.InvalidClient('no client');
  requireScopes(ctx);
  const { username = '', password = '', scope } = params as Values;
  if (!directory.signsIn({ username, password })) {
    throw new errors.InvalidGrant('the credentials provided were invalid');
  }
  const token = new provider.ClientCredentials({ client, scope });
  token.resourceServer = new provider.ResourceServer(provider.issuer, resourceServer);
  ctx.body = {
    access_token: await token.save(),
    expires_in: token.expiration,
    token_type: token.tokenType,
    scope: token.scope,
  };
}

/** Okta has no default scope unless one is configured, and does not leave out what it does not know. */
function requireScopes({ oidc: { client, params } }: KoaContextWithOIDC): void {
  const { scope = '' } = params as Values;
  const known = new Set(client?.scope?.split(' '));
  const unknown = scope.split(' ').find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new errors.InvalidScope('not configured for the client', unknown);
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as JWK;
}
