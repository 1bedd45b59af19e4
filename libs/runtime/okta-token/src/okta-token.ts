import type { CallOptions } from './call-options';
import type { OktaTokenOptions } from './okta-token-options';
import { HttpsClient } from './private/https-client';
import { TokenCache } from './private/token-cache';
import { TokenRequest } from './private/token-request';

const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * An access token that is there when it is needed: one request however many ask, refreshed in the
 * background, and the old one served while it lives.
 *
 * @see https://developer.okta.com/docs/api/openapi/okta-oauth/oauth/tag/CustomAS/
 */
export class OktaToken {
  readonly #cache: TokenCache;

  /**
   * @throws AuthConfigError when a URL is not https
   * @throws TlsTrustError when the CA bundle cannot be used
   * @throws InvalidInput when the proxy's URL is more or less than http, a host and a port
   */
  constructor(options: OktaTokenOptions) {
    const { ca, proxyUrl, timeoutMs = DEFAULT_TIMEOUT_MS, observe = () => undefined } = options;
    const request = new TokenRequest(options, new HttpsClient({ ca, proxyUrl, timeoutMs }));
    this.#cache = new TokenCache((waiting) => request.send(waiting), observe);
  }

  /**
   * A token to send as bearer.
   *
   * @throws AuthConfigError when the server refuses the client, the grant or the scope
   * @throws RateLimited when the server's limit is reset too late
   * @throws Transient when the server did not answer, or with 5xx
   * @throws TlsTrustError when the server is not trusted
   * @throws ContractError when the answer is not what OAuth has it to be
   * @throws DeadlineExceeded when the caller's time is over first
   */
  get(options: CallOptions): Promise<string> {
    return this.#cache.get(options);
  }

  /**
   * Another token, since an API answered 401 to this one. When it was replaced meanwhile, that is it:
   * many callers that were refused make one request.
   *
   * @throws as `get` does
   */
  renew(refused: string, options: CallOptions): Promise<string> {
    return this.#cache.renew(refused, options);
  }
}
