import { setTimeout as sleep } from 'node:timers/promises';
import ky, { type Options } from 'ky';
import type { Agent } from 'undici';
import type { ApiClientOptions } from './api-client-options';
import type { ApiCallOptions, ApiRequest } from './api-request';
import type { ApiResponse } from './api-response';
import { BaseUrl } from './private/base-url';
import { connections } from './private/connections';
import { Deadline } from './private/deadline';
import { Exchange } from './private/exchange';
import { namedError } from './private/named-error';
import { parseBody } from './private/parse-body';
import { type PreparedRequest, prepareRequest } from './private/prepare-request';
import { nextRetry } from './private/retry';
import { type Settings, settings } from './private/settings';

/** Calls one JSON API, within the time that the caller has. */
export class ApiClient {
  readonly #settings: Settings;
  readonly #base: BaseUrl;
  readonly #agent: Agent;
  #closed: Promise<void> | undefined;

  /** @throws InvalidInput when the base URL is not one with https, or a certificate cannot be used */
  constructor(options: ApiClientOptions) {
    this.#settings = settings(options);
    this.#base = new BaseUrl(options.baseUrl);
    this.#agent = connections(this.#settings);
  }

  /**
   * @throws InvalidInput when the request cannot be sent as it is; nothing was sent
   * @throws AuthConfigError on 401, also to a renewed token, or when our certificate is refused
   * @throws Forbidden on 403
   * @throws NotFound on 404
   * @throws RateLimited on 429, when its limit is over too late or the request is not safe to repeat
   * @throws Transient on 5xx, 408, a broken connection or a name not resolved
   * @throws TlsTrustError when the API is not trusted
   * @throws ContractError on any other status, or when the response is not JSON as agreed
   * @throws DeadlineExceeded when the time is over, or too little of it is left to start
   */
  async call<Body = unknown>(
    request: ApiRequest<Body>,
    { remainingMs }: ApiCallOptions,
  ): Promise<ApiResponse<Body>> {
    const { marginMs, minAttemptMs } = this.#settings;
    const prepared = prepareRequest(this.#base, request);
    const deadline = new Deadline(remainingMs - marginMs, minAttemptMs);
    try {
      const response = await ky(prepared.url, this.kyOptions(prepared, deadline));
      const { status, headers } = response;
      return {
        status,
        headers: Object.fromEntries(headers),
        body: await parseBody(response, request.validate),
      };
    } catch (error) {
      throw namedError(error, this.#base.host);
    }
  }

  /** Ends the connections, once the calls under way are done. */
  close(): Promise<void> {
    this.#closed ??= this.#agent.close();
    return this.#closed;
  }

  private kyOptions(request: PreparedRequest, deadline: Deadline): Options {
    const { method, headers, body, repeatable } = request;
    const { token, maxResponseBytes, maxAttempts, observe } = this.#settings;
    const { fetch } = new Exchange({
      base: this.#base,
      agent: this.#agent,
      token,
      maxResponseBytes,
      deadline,
      observe,
    });
    return {
      method,
      headers,
      body,
      fetch: (input) => fetch(input as Request),
      timeout: false,
      totalTimeout: deadline.leftMs,
      retry: {
        limit: repeatable ? maxAttempts - 1 : 0,
        methods: [method],
        delay: () => 0,
        shouldRetry: async ({ error, retryCount }) => {
          const retry = nextRetry(error, retryCount, deadline, this.#base.host);
          if (retry === undefined) {
            return false;
          }
          const { reason, waitMs } = retry;
          observe({ type: 'retry', error: reason.name, waitMs });
          await sleep(waitMs);
          return true;
        },
      },
    };
  }
}
