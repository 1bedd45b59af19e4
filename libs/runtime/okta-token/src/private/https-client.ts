import { Transient } from '@culvert/errors';
import { connections, readBody, transportError } from '@culvert/https';
import { type Dispatcher, fetch, type Response as UndiciResponse } from 'undici';

const MAX_BYTES = 256 * 1024;

export interface HttpsClientOptions {
  readonly ca?: string;
  readonly proxyUrl?: string;
  readonly timeoutMs: number;
}

interface RequestOptions {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: URLSearchParams;
  readonly redirect: 'manual';
  readonly signal?: AbortSignal;
}

/** Requests without reused connections: tokens are rare, and a thawed Lambda's sockets are dead. */
export class HttpsClient {
  readonly #dispatcher: Dispatcher;
  readonly #timeoutMs: number;
  #clockAheadMs = 0;

  constructor({ ca, proxyUrl, timeoutMs }: HttpsClientOptions) {
    const limits = { maxResponseBytes: MAX_BYTES, keepAlive: false };
    this.#dispatcher = connections({ ca, proxyUrl, ...limits });
    this.#timeoutMs = timeoutMs;
  }

  /** Seconds since 1970, by the Date of the latest response. */
  readonly serverTime = (): number => (Date.now() + this.#clockAheadMs) / 1000;

  /** A response that was read as a whole. */
  readonly fetch = async (url: string, request: RequestOptions): Promise<Response> => {
    const { host } = new URL(url);
    const timeout = new AbortController();
    const timer = setTimeout(
      () => timeout.abort(new Transient(`no answer from ${host} within ${this.#timeoutMs} ms`)),
      this.#timeoutMs,
    );
    const signal = AbortSignal.any([timeout.signal, request.signal ?? timeout.signal]);
    try {
      const response = await fetch(url, { ...request, signal, dispatcher: this.#dispatcher });
      this.readClock(response);
      const { status, headers } = response;
      const body = await readBody(response.body, MAX_BYTES, host);
      return new Response(body, { status, headers: [...headers] });
    } catch (error) {
      throw signal.aborted ? signal.reason : transportError(error, host);
    } finally {
      clearTimeout(timer);
    }
  };

  private readClock({ headers }: UndiciResponse): void {
    const date = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(date)) {
      this.#clockAheadMs = date - Date.now();
    }
  }
}
