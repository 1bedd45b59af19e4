import { isDeepStrictEqual } from 'node:util';
import { ApiClient } from '@culvert/api-client';
import type { TlsMaterial } from '@culvert/credential';
import { OktaToken } from '@culvert/okta-token';
import type { Credentials } from './credentials';
import type { Environment } from './environment';
import type { Telemetry } from './telemetry';

/** A response and what is around it must be less than the 256 KiB that a state machine can pass on. */
const MAX_RESPONSE_BYTES = 224 * 1024;

/** A token and connections, for as long as the certificates are the same. */
export class Session {
  readonly client: ApiClient;
  readonly #tls: TlsMaterial;

  constructor(
    environment: Environment,
    { ca, clientCertificate }: TlsMaterial,
    grant: Credentials['grant'],
    telemetry: Telemetry,
  ) {
    this.#tls = { ca, clientCertificate };
    const token = new OktaToken({
      authorizationServer: {
        issuer: environment.OKTA_ISSUER,
        tokenEndpoint: `${environment.OKTA_ISSUER}/v1/token`,
      },
      clientId: environment.OKTA_CLIENT_ID,
      scopes: environment.OKTA_SCOPES.split(' '),
      proxyUrl: environment.OKTA_PROXY_URL,
      ca,
      observe: telemetry.tokenEvent,
      ...grant,
    });
    this.client = new ApiClient({
      baseUrl: environment.API_BASE_URL,
      token: telemetry.watch(token),
      ca,
      clientCertificate,
      maxAttempts: 1,
      maxResponseBytes: MAX_RESPONSE_BYTES,
      observe: telemetry.apiEvent,
    });
  }

  uses({ ca, clientCertificate }: TlsMaterial): boolean {
    return isDeepStrictEqual(this.#tls, { ca, clientCertificate });
  }

  /** Ends the connections, once the calls under way are done. */
  close(): Promise<void> {
    return this.client.close();
  }
}
