import { createServer, get, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OktaDouble } from '@culvert/okta-double';
import type { TestCertificate } from '@culvert/loopback';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';

type Keys = ReturnType<typeof createLocalJWKSet>;

/** Answers by the last part but one of the path; what they are is in the caller's response schemas. */
const RESOURCES: Readonly<Record<string, (id: string) => object>> = {
  orders: (id) => ({ id, lines: 2 }),
  invoices: (id) => ({ id, amount: 12.5, currency: 'EUR' }),
  shipments: (id) => ({ id, status: 'under way' }),
};

/** What callers of other estates get, who know no schema. */
const anything = (id: string): object => ({ id });

/**
 * The internal API: over TLS, with a bearer token of the authorization server that is checked by
 * signature, issuer and time. `/forbidden` is forbidden to everybody.
 */
export class InternalApi {
  /** Every token it was shown. */
  public readonly tokens = new Set<string>();
  private readonly server: Server;

  private constructor(
    certificate: TestCertificate,
    private readonly issuer: string,
    private readonly keys: Keys,
  ) {
    this.server = createServer(certificate, (request, response) => {
      void this.answer(request, response);
    });
  }

  public static async start(
    certificate: TestCertificate,
    ca: string,
    okta: OktaDouble,
  ): Promise<InternalApi> {
    const keys = createLocalJWKSet(await keysOf(okta, ca));
    const api = new InternalApi(certificate, okta.issuer, keys);
    await new Promise<void>((resolve) => api.server.listen(0, '127.0.0.1', resolve));
    return api;
  }

  public get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  public stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    this.tokens.add(token);
    const valid = await jwtVerify(token, this.keys, { issuer: this.issuer }).then(
      () => true,
      () => false,
    );
    const { pathname } = new URL(request.url ?? '/', this.issuer);
    const [resource = '', id = ''] = pathname.split('/').slice(-2);
    const body = (RESOURCES[resource] ?? anything)(id);
    if (!valid) return send(response, 401, { message: 'unauthorized' });
    if (resource === 'forbidden') return send(response, 403, { message: 'forbidden' });
    return send(response, 200, body);
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The public keys that the authorization server signs its tokens with. */
function keysOf(okta: OktaDouble, ca: string): Promise<JSONWebKeySet> {
  const { hostname, pathname } = new URL(`${okta.issuer}/v1/keys`);
  const options = { host: '127.0.0.1', port: okta.port, path: pathname, servername: hostname, ca };
  return new Promise((resolve, reject) => {
    get({ ...options, headers: { host: hostname } }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve(JSON.parse(Buffer.concat(chunks).toString()) as JSONWebKeySet);
    }).on('error', reject);
  });
}
