import { setTimeout as sleep } from 'node:timers/promises';
import ky, { type Options } from 'ky';
import type { ApiClientOptions } from './api-client-options';
import type { ApiCallOptions, ApiRequest } from './api-request';
import type { ApiResponse } from './api-response';
import { BaseUrl } from './private/base-url';
import { Connections } from './private/connections';
import { Deadline } from './private/deadline';
import { Exchange } from './private/exchange';
import { namedError, unrepeatable } from './private/named-error';
import { parseBody } from './private/parse-body';
import { type PreparedRequest, prepareRequest } from './private/prepare-request';
import { nextRetry } from './private/retry';
import { type Settings, settings } from './private/settings';

/** Calls one JSON API, within the time that the caller has. */
export class ApiClient {
  readonly #settings: Settings;
  readonly #base: BaseUrl;
  readonly #connections: Connections;

  /**
   * @throws InvalidInput when the base URL is not one with https, or a number is not a whole one
   * @throws TlsTrustError when the CA bundle cannot be used
   * @throws AuthConfigError when the client certificate or its key cannot be used
   */
  constructor(options: ApiClientOptions) {
    this.#settings = settings(options);
    this.#base = new BaseUrl(options.baseUrl);
    this.#connections = new Connections(this.#settings);
  }

  /**
   * @throws InvalidInput when the request cannot be sent as it is; nothing was sent
   * @throws AuthConfigError on 401, also to a renewed token, or when our certificate is refused
   * @throws Forbidden on 403
   * @throws NotFound on 404
   * @throws RateLimited on 429, when its limit is over too late or the request is not safe to repeat
   * @throws Transient on 5xx, 408, a broken connection or a name not resolved
   * @throws OutcomeUnknown instead of these two and for time that is over, when the request was sent
   * and is not safe to repeat: a POST or PATCH without an `Idempotency-Key`
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
    const exchange = this.exchange(prepared, deadline);
    try {
      const response = await ky(prepared.url, this.kyOptions(prepared, deadline, exchange));
      const { status, headers } = response;
      return {
        status,
        headers: Object.fromEntries(headers),
        body: await parseBody(response, request.validate),
      };
    } catch (error) {
      const named = namedError(error, this.#base.host);
      throw exchange.mayBeDone && !prepared.repeatable
        ? unrepeatable(named, prepared.method)
        : named;
    }
  }

  /** Ends the connections, once the calls under way are done. */
  close(): Promise<void> {
    return this.#connections.close();
  }

  private exchange(request: PreparedRequest, deadline: Deadline): Exchange {
    const { token, maxResponseBytes, observe } = this.#settings;
    return new Exchange({
      base: this.#base,
      dispatcher: this.#connections.for(request),
      token,
      maxResponseBytes,
      deadline,
      observe,
    });
  }

  private kyOptions(request: PreparedRequest, deadline: Deadline, { fetch }: Exchange): Options {
    const { method, headers, body, repeatable } = request;
    const { maxAttempts, observe } = this.#settings;
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
