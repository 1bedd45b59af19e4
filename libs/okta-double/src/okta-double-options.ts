import type { JsonWebKey } from 'node:crypto';

/** A public key that has a `kid`. */
export interface PublicJwk extends JsonWebKey {
  readonly kid: string;
}

/** An app of the organization, and how it gets its tokens. */
export interface OktaClient {
  readonly clientId: string;
  readonly appId: string;
  readonly grant: 'private_key_jwt' | 'client_secret' | 'password';
  /** With the grants `client_secret` and `password`. */
  readonly clientSecret?: string;
  /** @default 'basic' */
  readonly clientAuthentication?: 'basic' | 'post';
  /** With the grant `private_key_jwt`. */
  readonly jwk?: PublicJwk;
  readonly scopes: readonly string[];
  /** Further claims of its tokens. @default none */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A service account, for the password grant. */
export interface OktaUser {
  readonly userId: string;
  readonly username: string;
  readonly password: string;
}

export interface OktaDoubleOptions {
  /** Of the server, PEM, for `domain`. */
  readonly certificate: { readonly cert: string; readonly key: string };
  /** Such as `culvert.okta.example.com`: issuers and token endpoints have this name, without a port. */
  readonly domain: string;
  /** Such as `ausculvert`. */
  readonly authorizationServerId: string;
  readonly clients: readonly OktaClient[];
  /** @default none */
  readonly users?: readonly OktaUser[];
  /** The app that may use the management API. @default none may */
  readonly management?: {
    readonly clientId: string;
    readonly jwk: PublicJwk;
    /** @default okta.apps.manage and okta.users.manage */
    readonly scopes?: readonly string[];
  };
  /** Seconds that a token lives. @default 3600 */
  readonly tokenLifetime?: number;
}

/** What was asked since the start. */
export interface Counts {
  /** Of the custom authorization server, refused ones included. */
  readonly tokenRequests: number;
  readonly managementTokenRequests: number;
  readonly managementRequests: number;
}

/** What an app can authenticate with; never a value. */
export interface AppCredentials {
  readonly secrets: readonly { readonly id: string; readonly status: Status }[];
  readonly keys: readonly {
    readonly id: string;
    readonly kid: string;
    readonly status: Status;
  }[];
}

export type Status = 'ACTIVE' | 'INACTIVE';
