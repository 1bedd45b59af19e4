import type { AuthorizationServer } from './authorization-server';
import type { ClientAuthentication } from './client-authentication';
import type { SecretSource } from './secret-source';
import type { TokenEvent } from './token-event';

/** A user that is no person, for the password grant. */
export interface ServiceAccount {
  readonly username: string;
  readonly password: string;
}

export interface OktaTokenOptions {
  readonly authorizationServer: AuthorizationServer;
  readonly clientId: string;
  readonly authentication: ClientAuthentication;
  /** What the token shall allow. @default the scopes that the server gives by default */
  readonly scopes?: readonly string[];
  /**
   * In whose name: with it the grant is `password`, with the client's authentication as Okta requires.
   *
   * @default none, the grant is `client_credentials`
   */
  readonly serviceAccount?: SecretSource<ServiceAccount>;
  /** Further authorities to trust, PEM, besides those of Node. @default none */
  readonly ca?: string;
  /** A forward proxy, `http://host:port`, that is asked to CONNECT to the server. @default none */
  readonly proxyUrl?: string;
  /** Milliseconds for one answer of the server, connecting included. @default 10000 */
  readonly timeoutMs?: number;
  /** Told what the cache did; must not throw. @default nobody is told */
  readonly observe?: (event: TokenEvent) => void;
}
