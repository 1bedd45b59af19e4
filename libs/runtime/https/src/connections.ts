import { InvalidInput } from '@culvert/errors';
import { Agent, type Dispatcher, Pool, ProxyAgent } from 'undici';
import { trust } from './private/trust';

const CONNECT_TIMEOUT_MS = 5_000;

/** Who we are, for a server that asks for a certificate: PEM, with the chain below the root. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface ConnectionsOptions {
  /** Further authorities to trust, PEM, besides those of Node. @default none */
  readonly ca?: string;
  /** @default none */
  readonly clientCertificate?: ClientCertificate;
  /** A forward proxy, `http://host:port`, that is asked to CONNECT. @default none */
  readonly proxyUrl?: string;
  /** Bytes of a response's body as they are received, still compressed. */
  readonly maxResponseBytes: number;
  /** Whether a connection is kept for further requests. */
  readonly keepAlive: boolean;
}

/**
 * Connections over TLS 1.2 or later. Time is limited by whoever sends a request, so undici's own limits
 * are off but for connecting.
 *
 * @throws TlsTrustError when the CA bundle cannot be used
 * @throws AuthConfigError when the client certificate or its key cannot be used
 * @throws InvalidInput when the proxy's URL is more or less than http, a host and a port
 */
export function connections(options: ConnectionsOptions): Dispatcher {
  const tls = { ...trust(options), rejectUnauthorized: true };
  const common = {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: options.maxResponseBytes,
    pipelining: options.keepAlive ? 1 : 0,
  };
  if (options.proxyUrl === undefined)
    return new Agent({ ...common, connect: { ...tls, timeout: CONNECT_TIMEOUT_MS } });
  return new ProxyAgent({
    ...common,
    uri: proxy(options.proxyUrl),
    requestTls: tls,
    connectTimeout: CONNECT_TIMEOUT_MS,
    clientFactory: (origin, client) =>
      new Pool(origin, { ...client, headersTimeout: CONNECT_TIMEOUT_MS }),
  });
}

function proxy(proxyUrl: string): string {
  const url = URL.parse(proxyUrl);
  if (url?.protocol !== 'http:' || url.href !== `${url.origin}/`)
    throw new InvalidInput('the proxy is not a URL of host and port: give http://host:port');
  return url.origin;
}
