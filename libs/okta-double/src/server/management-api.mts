import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { ApiError, invalid, notFound } from './api-error.mts';
import { ClientSecrets } from './client-secrets.mts';
import type { Directory } from './directory.mts';
import { JsonWebKeys } from './json-web-keys.mts';

interface Result {
  readonly status: number;
  readonly body?: unknown;
}

const CREDENTIALS =
  /^\/api\/v1\/apps\/([^/]+)\/credentials\/(secrets|jwks)(?:\/([^/]+))?(?:\/lifecycle\/(activate|deactivate))?$/;
const USER = /^\/api\/v1\/users\/([^/]+)$/;

/**
 * Client secrets, public keys and passwords, for who has a token with the scope.
 *
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/ApplicationSSOPublicKeys/
 * @see https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/
 */
export class ManagementApi {
  readonly #directory: Directory;
  readonly #org: Provider;
  readonly #domain: string;

  constructor(directory: Directory, org: Provider, domain: string) {
    this.#directory = directory;
    this.#org = org;
    this.#domain = domain;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = await this.#answer(request).catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
      return { status: error.status, body: error.body() };
    });
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  async #answer(request: IncomingMessage): Promise<Result> {
    const { method = '', headers } = request;
    const path = new URL(request.url ?? '/', `https://${this.#domain}`).pathname;
    const credentials = CREDENTIALS.exec(path);
    if (credentials !== null) {
      await this.#authorize(headers.authorization, 'okta.apps', method);
      const [, appId = '', kind, id, change] = credentials;
      const app = this.#directory.app(appId);
      if (app === undefined) throw notFound(`${appId} (AppInstance)`);
      const url = `https://${this.#domain}/api/v1/apps/${appId}/credentials/${kind}`;
      const collection = kind === 'jwks' ? new JsonWebKeys(app, url) : new ClientSecrets(app, url);
      return change === undefined
        ? use(collection, method, id, () => bodyOf(request))
        : changed(collection, method, id ?? '', change);
    }
    const [, userId] = USER.exec(path) ?? [];
    if (userId !== undefined && method === 'POST') {
      await this.#authorize(headers.authorization, 'okta.users', method);
      return this.#setPassword(userId, await bodyOf(request));
    }
    throw notFound(path);
  }

  async #authorize(header = '', family: string, method: string): Promise<void> {
    const [, value = ''] = /^Bearer (.+)$/.exec(header) ?? [];
    const token = await this.#org.ClientCredentials.find(value);
    if (token === undefined || token.isExpired) {
      throw new ApiError(401, 'E0000011', 'Invalid token provided');
    }
    const scopes = new Set(token.scope?.split(' '));
    if (!scopes.has(`${family}.manage`) && !(method === 'GET' && scopes.has(`${family}.read`))) {
      const summary = 'You do not have permission to perform the requested action';
      throw new ApiError(403, 'E0000006', summary);
    }
  }

  #setPassword(userId: string, body: Readonly<Record<string, unknown>>): Result {
    const user = this.#directory.user(userId);
    if (user === undefined) throw notFound(`${userId} (User)`);
    const { credentials } = body as { credentials?: { password?: { value?: unknown } } };
    const value = credentials?.password?.value;
    if (typeof value !== 'string' || value.length < 8 || value.length > 72) {
      throw new ApiError(400, 'E0000014', 'Update of credentials failed');
    }
    user.password = value;
    const { username } = user;
    const profile = { login: username, email: username };
    const shown = { password: {}, provider: { type: 'OKTA', name: 'OKTA' } };
    return { status: 200, body: { id: userId, status: 'ACTIVE', profile, credentials: shown } };
  }
}

async function use(
  collection: JsonWebKeys | ClientSecrets,
  method: string,
  id: string | undefined,
  body: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<Result> {
  if (id === undefined) {
    if (method === 'GET') return { status: 200, body: collection.list() };
    if (method === 'POST') return { status: 201, body: collection.add(await body()) };
  } else {
    if (method === 'GET') return { status: 200, body: collection.get(id) };
    if (method === 'DELETE') {
      collection.remove(id);
      return { status: 204 };
    }
  }
  throw new ApiError(405, 'E0000022', 'The endpoint does not support the provided HTTP method');
}

function changed(
  collection: JsonWebKeys | ClientSecrets,
  method: string,
  id: string,
  change: string | undefined,
): Result {
  if (method !== 'POST') {
    throw new ApiError(405, 'E0000022', 'The endpoint does not support the provided HTTP method');
  }
  const status = change === 'activate' ? 'ACTIVE' : 'INACTIVE';
  return { status: 200, body: collection.setStatus(id, status) };
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (request.headers['content-length'] === '0') return {};
  const body = await json(request).catch(() => {
    throw new ApiError(400, 'E0000003', 'The request body was not well-formed');
  });
  if (typeof body !== 'object' || body === null) throw invalid('the body is no object');
  return body as Readonly<Record<string, unknown>>;
}
