import { ApiClient, type TokenProvider } from '@culvert/api-client';
import { ContractError, NotFound } from '@culvert/errors';

export interface ClientSecretState {
  readonly id: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  /** When it was made, as ISO 8601. */
  readonly created: string;
}

export interface JsonWebKeyState {
  readonly id: string;
  readonly kid?: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
}

export interface OktaManagementOptions {
  readonly domain: string;
  readonly token: TokenProvider;
  readonly ca?: string;
  readonly proxyUrl?: string;
  readonly remainingMs: () => number;
}

type Kind = 'secrets' | 'jwks';

/**
 * What of Okta's management API a rotation needs.
 *
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApplicationSSOPublicKeys/
 */
export class OktaManagement {
  readonly #client: ApiClient;
  readonly #remainingMs: () => number;

  constructor({ domain, remainingMs, ...options }: OktaManagementOptions) {
    this.#client = new ApiClient({
      baseUrl: `https://${domain}/api/v1`,
      maxAttempts: 1,
      ...options,
    });
    this.#remainingMs = remainingMs;
  }

  async clientSecrets(appId: string): Promise<readonly ClientSecretState[]> {
    return list(await this.get(credentials(appId, 'secrets')));
  }

  /** Okta makes its value, and tells it this once. */
  async createClientSecret(appId: string): Promise<{ id: string; clientSecret: string }> {
    const body = await this.post(credentials(appId, 'secrets'), {});
    const { id, client_secret: clientSecret } = body as Record<string, unknown>;
    if (typeof id !== 'string' || typeof clientSecret !== 'string') {
      throw new ContractError('okta made a client secret without id or value');
    }
    return { id, clientSecret };
  }

  async jsonWebKeys(appId: string): Promise<readonly JsonWebKeyState[]> {
    const body = await this.get(credentials(appId, 'jwks'));
    const { jwks = body } = body as { readonly jwks?: object };
    return list('keys' in jwks ? jwks.keys : jwks);
  }

  async addJsonWebKey(appId: string, jwk: object): Promise<void> {
    await this.post(credentials(appId, 'jwks'), jwk);
  }

  /** Deactivates it, since only then it can be deleted. One that is gone already stays so. */
  async remove(
    appId: string,
    kind: Kind,
    { id, status }: Pick<ClientSecretState, 'id' | 'status'>,
  ): Promise<void> {
    const path = `${credentials(appId, kind)}/${encodeURIComponent(id)}`;
    try {
      if (status === 'ACTIVE') await this.post(`${path}/lifecycle/deactivate`);
      await this.#client.call({ method: 'DELETE', path }, { remainingMs: this.#remainingMs() });
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
    }
  }

  /** By the administrator's right: without the old one. */
  async setPassword(userId: string, value: string): Promise<void> {
    await this.post(`/users/${encodeURIComponent(userId)}`, {
      credentials: { password: { value } },
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  private async get(path: string): Promise<object> {
    const { body } = await this.#client.call(
      { method: 'GET', path },
      { remainingMs: this.#remainingMs() },
    );
    if (typeof body !== 'object' || body === null) {
      throw new ContractError(`okta answered GET ${path} with no object`);
    }
    return body;
  }

  private async post(path: string, body?: object): Promise<unknown> {
    const call = { method: 'POST', path, body } as const;
    const response = await this.#client.call(call, { remainingMs: this.#remainingMs() });
    return response.body;
  }
}

function credentials(appId: string, kind: Kind): string {
  return `/apps/${encodeURIComponent(appId)}/credentials/${kind}`;
}

function list<T>(body: unknown): readonly T[] {
  if (!Array.isArray(body)) throw new ContractError('okta answered with no list');
  return body;
}
