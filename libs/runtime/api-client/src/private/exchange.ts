import { ContractError } from '@culvert/errors';
import { readBody } from '@culvert/https';
import { type Dispatcher, fetch, type Response as UndiciResponse } from 'undici';
import type { ApiEvent } from '../api-event';
import type { TokenProvider } from '../token-provider';
import type { BaseUrl } from './base-url';
import type { Deadline } from './deadline';
import { redirectTarget } from './redirect';
import { whenWritten } from './when-written';

const MAX_REDIRECTS = 3;
const UNAUTHORIZED = 401;
const REQUEST_TIMEOUT = 408;

export interface ExchangeOptions {
  readonly base: BaseUrl;
  readonly dispatcher: Dispatcher;
  readonly token?: TokenProvider;
  readonly maxResponseBytes: number;
  readonly deadline: Deadline;
  readonly observe: (event: ApiEvent) => void;
}

/** The `fetch` of one call: what goes over the wire, for ky to repeat. */
export class Exchange {
  #attempts = 0;
  #renewed = false;
  #mayBeDone = false;

  constructor(private readonly options: ExchangeOptions) {}

  /** Whether the API may have done what was asked: it was sent to it, and not refused. */
  get mayBeDone(): boolean {
    return this.#mayBeDone;
  }

  /** One attempt, and one more with another token when the API refuses the first it is given. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const { token, deadline } = this.options;
    const body = request.body === null ? undefined : await request.text();
    const wait = () => ({ remainingMs: deadline.leftMs, signal: request.signal });
    const bearer = await token?.get(wait());
    const response = await this.attempt(request, body, bearer);
    if (response.status !== UNAUTHORIZED || bearer === undefined || this.#renewed) {
      return response;
    }
    this.#renewed = true;
    return this.attempt(request, body, await token?.renew(bearer, wait()));
  };

  private async attempt(request: Request, body?: string, bearer?: string): Promise<Response> {
    const { base, deadline, observe, maxResponseBytes } = this.options;
    deadline.requireTime();
    this.#attempts += 1;
    const { method } = request;
    const event = { type: 'attempt', attempt: this.#attempts, method } as const;
    const start = performance.now();
    let status: number | undefined;
    try {
      const response = await this.send(request, body, bearer);
      ({ status } = response);
      this.#mayBeDone = !isRefusal(status);
      const content = response.ok
        ? await readBody(response.body, maxResponseBytes, base.host)
        : null;
      await response.body?.cancel();
      return new Response(content, { status, headers: [...response.headers] });
    } finally {
      observe({ ...event, durationMs: performance.now() - start, ...(status && { status }) });
    }
  }

  private async send(request: Request, body?: string, bearer?: string): Promise<UndiciResponse> {
    const { base } = this.options;
    const { method, signal } = request;
    const headers = new Headers(request.headers);
    if (bearer !== undefined) {
      headers.set('authorization', `Bearer ${bearer}`);
    }
    const dispatcher = whenWritten(this.options.dispatcher, () => {
      this.#mayBeDone = true;
    });
    let url = new URL(request.url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await fetch(url, {
        method,
        headers: [...headers],
        body,
        signal,
        redirect: 'manual',
        dispatcher,
      });
      const target = redirectTarget(response, { method, url }, base);
      if (target === undefined) {
        return response;
      }
      await response.body?.cancel();
      url = target;
    }
    throw new ContractError(`${base.host} redirected more than ${MAX_REDIRECTS} times`);
  }
}

/** Not done, for certain. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== REQUEST_TIMEOUT;
}
