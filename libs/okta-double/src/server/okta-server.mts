import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import type { Counts, OktaDoubleOptions } from '../okta-double-options.js';
import { customAuthorizationServer, orgAuthorizationServer } from './authorization-server.mts';
import { Directory } from './directory.mts';
import { commit, Faults, type Target } from './faults.mts';
import { ManagementApi } from './management-api.mts';
import { startProxy } from './proxy.mts';

const LIFETIME_SECONDS = 3600;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The three purposes of Okta at one port. */
export class OktaServer {
  readonly directory: Directory;
  readonly faults = new Faults();
  readonly port: number;
  readonly proxyPort: number;
  readonly #domain: string;
  readonly #mount: string;
  readonly #handlers: Readonly<Record<Target['purpose'], Handler>>;
  readonly #counts: Record<Target['purpose'], number> = {
    token: 0,
    'management-token': 0,
    management: 0,
  };

  static async start(options: OktaDoubleOptions): Promise<OktaServer> {
    const server = createServer(options.certificate);
    server.on('tlsClientError', () => undefined);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const proxyPort = await startProxy({ from: `${options.domain}:443`, port });
    return new OktaServer(options, server, { port, proxyPort });
  }

  private constructor(
    options: OktaDoubleOptions,
    server: Server,
    ports: { readonly port: number; readonly proxyPort: number },
  ) {
    const { domain, authorizationServerId, tokenLifetime = LIFETIME_SECONDS } = options;
    this.port = ports.port;
    this.proxyPort = ports.proxyPort;
    this.directory = new Directory(options);
    this.#domain = domain;
    this.#mount = `/oauth2/${authorizationServerId}`;
    const custom = customAuthorizationServer(
      `https://${domain}${this.#mount}`,
      this.directory,
      tokenLifetime,
    );
    const org = orgAuthorizationServer(`https://${domain}`, options, tokenLifetime);
    const management = new ManagementApi(this.directory, org, domain);
    this.#handlers = {
      token: mounted(this.#mount, custom),
      'management-token': org.callback(),
      management: (request, response) => management.handle(request, response),
    };
    server.on('request', (request, response) => this.#receive(request, response));
  }

  counts(): Counts {
    return {
      tokenRequests: this.#counts.token,
      managementTokenRequests: this.#counts['management-token'],
      managementRequests: this.#counts.management,
    };
  }

  #receive(request: IncomingMessage, response: ServerResponse): unknown {
    const { method = '', url = '/' } = request;
    const [path = '/'] = url.split('?');
    const purpose = this.#purposeOf(path);
    if (purpose === 'management' || method === 'POST') this.#counts[purpose] += 1;
    const fault = this.faults.next({ purpose, method, path });
    if (fault !== undefined && !commit(fault, response)) {
      request.resume();
      return undefined;
    }
    // An assertion's audience is checked against the name that Okta is known by, on any port.
    request.headers.host = this.#domain;
    return this.#handlers[purpose](request, response);
  }

  #purposeOf(path: string): Target['purpose'] {
    if (path.startsWith(`${this.#mount}/`)) return 'token';
    return path.startsWith('/api/') ? 'management' : 'management-token';
  }
}

/** A provider that knows its routes without the path that it is mounted at. */
function mounted(mount: string, provider: Provider): Handler {
  const handle = provider.callback();
  return (request, response) => {
    const { url = '' } = request;
    Object.assign(request, { originalUrl: url, url: url.slice(mount.length) });
    return handle(request, response);
  };
}
