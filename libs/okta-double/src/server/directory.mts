import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { ClientMetadata, JWK } from 'oidc-provider';
import type {
  AppCredentials,
  OktaClient,
  OktaDoubleOptions,
  OktaUser,
  PublicJwk,
  Status,
} from '../okta-double-options.js';

export interface Secret {
  readonly id: string;
  readonly value: string;
  readonly created: Date;
  status: Status;
}

export interface Key {
  readonly id: string;
  readonly jwk: PublicJwk;
  readonly created: Date;
  status: Status;
}

export interface App {
  readonly client: OktaClient;
  secrets: Secret[];
  keys: Key[];
}

interface User {
  readonly userId: string;
  readonly username: string;
  password: string;
}

/** The apps and users of the organization: what the token endpoint knows and the management changes. */
export class Directory {
  readonly #apps: readonly App[];
  readonly #users: readonly User[];

  constructor({ clients, users = [] }: OktaDoubleOptions) {
    this.#apps = clients.map((client) => ({
      client,
      secrets: client.clientSecret === undefined ? [] : [newSecret(client.clientSecret)],
      keys: client.jwk === undefined ? [] : [newKey(client.jwk)],
    }));
    this.#users = users.map((user) => ({ ...user }));
  }

  app(appId: string): App | undefined {
    return this.#apps.find(({ client }) => client.appId === appId);
  }

  client(clientId: string): App | undefined {
    return this.#apps.find(({ client }) => client.clientId === clientId);
  }

  user(userId: string): User | undefined {
    return this.#users.find((user) => user.userId === userId);
  }

  /** Every scope that some client may have. */
  scopes(): string[] {
    return [...new Set(this.#apps.flatMap(({ client }) => client.scopes))];
  }

  accepts(clientId: string, secret: string): boolean {
    const { secrets = [] } = this.client(clientId) ?? {};
    return secrets.some(({ status, value }) => status === 'ACTIVE' && equal(value, secret));
  }

  /** @returns whether there is such a user with this password */
  signsIn({ username, password }: Omit<OktaUser, 'userId'>): boolean {
    return this.#users.some((user) => user.username === username && equal(user.password, password));
  }

  /** A client as the token endpoint has to know it now; none when it has nothing to authenticate with. */
  metadata(clientId: string): ClientMetadata | undefined {
    const app = this.client(clientId);
    if (app === undefined) return undefined;
    const { grant, clientAuthentication = 'basic', scopes } = app.client;
    const proof = grant === 'private_key_jwt' ? keyProof(app) : secretProof(app);
    return (
      proof && {
        ...proof,
        client_id: clientId,
        token_endpoint_auth_method:
          grant === 'private_key_jwt' ? grant : `client_secret_${clientAuthentication}`,
        grant_types: [grant === 'password' ? 'password' : 'client_credentials'],
        redirect_uris: [],
        response_types: [],
        scope: scopes.join(' '),
      }
    );
  }

  credentials(appId: string): AppCredentials {
    const { secrets = [], keys = [] } = this.app(appId) ?? {};
    return {
      secrets: secrets.map(({ id, status }) => ({ id, status })),
      keys: keys.map(({ id, status, jwk }) => ({ id, status, kid: jwk.kid })),
    };
  }
}

export function newSecret(value = randomBytes(30).toString('base64url')): Secret {
  return { id: newId('ocs'), value, created: new Date(), status: 'ACTIVE' };
}

export function newKey(jwk: PublicJwk): Key {
  return { id: newId('pks'), jwk, created: new Date(), status: 'ACTIVE' };
}

export function newId(prefix: string): string {
  return `${prefix}${randomBytes(9).toString('hex').slice(0, 17)}`;
}

function keyProof({ keys }: App): Partial<ClientMetadata> | undefined {
  const active = keys.filter(({ status }) => status === 'ACTIVE');
  return active.length === 0
    ? undefined
    : { jwks: { keys: active.map(({ jwk }) => ({ ...jwk, use: 'sig' }) as JWK) } };
}

/** The provider wants to know one secret; `accepts` knows all of them. */
function secretProof({ secrets }: App): Partial<ClientMetadata> | undefined {
  const active = secrets.find(({ status }) => status === 'ACTIVE');
  return active && { client_secret: active.value };
}

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
