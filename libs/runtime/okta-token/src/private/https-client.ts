import { rootCertificates } from 'node:tls';
import { ContractError, Transient } from '@culvert/errors';
import { Agent, fetch, type Response as UndiciResponse } from 'undici';
import { transportError } from './transport-error';

const MAX_BYTES = 256 * 1024;

export interface HttpsClientOptions {
  readonly ca?: string;
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
  readonly #agent: Agent;
  readonly #timeoutMs: number;
  #clockAheadMs = 0;

  constructor({ ca, timeoutMs }: HttpsClientOptions) {
    const trusted = ca === undefined ? undefined : [...rootCertificates, ca];
    this.#agent = new Agent({ pipelining: 0, connect: { ca: trusted, minVersion: 'TLSv1.2' } });
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
      const response = await fetch(url, { ...request, signal, dispatcher: this.#agent });
      this.readClock(response);
      const { status, headers } = response;
      return new Response(await readBody(response, host), { status, headers: [...headers] });
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

/** The decompressed body, or null when it is empty. */
async function readBody(response: UndiciResponse, host: string): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) {
      throw new ContractError(`the answer of ${host} is larger than ${MAX_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  return size === 0 ? null : Buffer.concat(chunks);
}
