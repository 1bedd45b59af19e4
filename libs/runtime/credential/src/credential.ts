import type { Grant } from './grant';

/** A key of KMS, and what Okta calls its public half. */
export interface SigningKey {
  /** `kid` of the public key at Okta. */
  readonly keyId: string;
  /** ARN of the KMS key. */
  readonly kmsKeyId: string;
  readonly algorithm: 'RS256' | 'ES256';
}

/** What an internal API's TLS asks for, with any grant. */
export interface TlsMaterial {
  /** Further authorities to trust, PEM. @default none */
  readonly ca?: string;
  /** Who we are, PEM, for an API that asks for a certificate. @default none */
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
}

export interface PrivateKeyJwtCredential extends SigningKey, TlsMaterial {}

export interface ClientSecretCredential extends TlsMaterial {
  readonly clientSecret: string;
}

/** Okta asks for the client's secret with this grant, too. */
export interface PasswordCredential extends ClientSecretCredential {
  readonly username: string;
  readonly password: string;
}

interface Credentials {
  readonly private_key_jwt: PrivateKeyJwtCredential;
  readonly client_secret: ClientSecretCredential;
  readonly password: PasswordCredential;
}

/** The JSON of a caller's secret, for its grant. */
export type Credential<G extends Grant = Grant> = Credentials[G];
