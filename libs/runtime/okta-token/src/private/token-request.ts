import { setTimeout as sleep } from 'node:timers/promises';
import { AuthConfigError, ContractError, RateLimited } from '@culvert/errors';
import * as oauth from 'oauth4webapi';
import type { OktaTokenOptions, ServiceAccount } from '../okta-token-options';
import { type AccessToken, accessToken } from './access-token';
import type { Waiting } from './flight';
import type { HttpsClient } from './https-client';
import { KeyRefused } from './kms-error';
import { protocolError, Refusal, statusError } from './response-error';
import { UsedSecret } from './used-secret';

/** Asks for a token: once, and once more when that can end better than the first time. */
export class TokenRequest {
  readonly #issuer: URL;
  readonly #client: oauth.Client;
  readonly #account: UsedSecret<ServiceAccount, ServiceAccount> | undefined;
  #server: oauth.AuthorizationServer | undefined;

  constructor(
    private readonly options: OktaTokenOptions,
    private readonly https: HttpsClient,
  ) {
    const { issuer, tokenEndpoint } = options.authorizationServer;
    this.#issuer = httpsUrl(issuer, 'issuer');
    this.#client = { client_id: options.clientId };
    this.#account =
      options.serviceAccount &&
      new UsedSecret(options.serviceAccount, ({ username, password }) => ({ username, password }));
    if (tokenEndpoint !== undefined) {
      this.#server = { issuer, token_endpoint: httpsUrl(tokenEndpoint, 'token endpoint').href };
    }
  }

  async send(waiting: Waiting): Promise<AccessToken> {
    try {
      return await this.attempt(waiting);
    } catch (error) {
      if (!(await this.mayEndBetter(error, waiting))) {
        throw error;
      }
      return this.attempt(waiting);
    }
  }

  private async attempt({ signal }: Waiting): Promise<AccessToken> {
    const server = await this.server(signal);
    const { serverTime } = this.https;
    const proof = await this.options.authentication.prove({ serverTime, signal });
    const parameters = await this.parameters(signal);
    const requestedAt = Date.now();
    const response = await oauth.genericTokenEndpointRequest(
      server,
      this.#client,
      proof,
      this.#account === undefined ? 'client_credentials' : 'password',
      parameters,
      { [oauth.customFetch]: this.https.fetch, signal },
    );
    const { access_token, expires_in } = await this.read(response, () =>
      oauth.processGenericTokenEndpointResponse(server, this.#client, response),
    );
    return accessToken(access_token, expires_in, requestedAt);
  }

  private async parameters(signal: AbortSignal): Promise<Record<string, string>> {
    const { scopes = [] } = this.options;
    const account = await this.#account?.get(signal);
    return {
      ...(scopes.length > 0 && { scope: scopes.join(' ') }),
      ...account,
    };
  }

  private async server(signal: AbortSignal): Promise<oauth.AuthorizationServer> {
    if (this.#server === undefined) {
      const response = await oauth.discoveryRequest(this.#issuer, {
        [oauth.customFetch]: this.https.fetch,
        signal,
      });
      const server = await this.read(response, () =>
        oauth.processDiscoveryResponse(this.#issuer, response),
      );
      if (!isHttps(server.token_endpoint)) {
        throw new ContractError(
          `the metadata of ${this.#issuer} has the token endpoint ${server.token_endpoint}: it must be a URL with https`,
        );
      }
      this.#server = server;
    }
    return this.#server;
  }

  private async read<T>(response: Response, process: () => Promise<T>): Promise<T> {
    const { host } = this.#issuer;
    const error = statusError(response, host);
    if (error !== undefined) {
      throw error;
    }
    try {
      return await process();
    } catch (cause) {
      throw protocolError(cause, response, host);
    }
  }

  private async mayEndBetter(error: unknown, waiting: Waiting): Promise<boolean> {
    const { signal, remainingMs } = waiting;
    if (error instanceof RateLimited && error.retryAfterSeconds !== undefined) {
      const waitMs = error.retryAfterSeconds * 1000;
      return waitMs < remainingMs() && sleep(waitMs, true, { signal });
    }
    const code = error instanceof Refusal ? error.code : undefined;
    if (code === 'invalid_grant') {
      return this.#account?.refresh(signal) ?? false;
    }
    const { serverTime } = this.https;
    return (
      (code === 'invalid_client' || error instanceof KeyRefused) &&
      this.options.authentication.renew({ serverTime, signal })
    );
  }
}

function isHttps(value = ''): boolean {
  return URL.parse(value)?.protocol === 'https:';
}

function httpsUrl(value: string, name: string): URL {
  if (!isHttps(value)) {
    throw new AuthConfigError(`the ${name} ${value} is not a URL with https`);
  }
  return new URL(value);
}
