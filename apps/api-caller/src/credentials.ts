import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  type Credential,
  type Grant,
  parseCredential,
  type PasswordCredential,
  type TlsMaterial,
} from '@culvert/credential';
import { ClientSecret, type OktaTokenOptions, PrivateKeyJwt } from '@culvert/okta-token';
import { type Secret, SecretCache, type WaitOptions } from '@culvert/secret-cache';
import type { Environment } from './environment';

/** The state machine tries again, and nobody else does. */
const ONE_ATTEMPT = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 3000, requestTimeout: 4000, throwOnRequestTimeout: true },
} as const;

/** What of a secret is hidden, or nothing. */
export type ReadCredential = Partial<PasswordCredential>;

export interface Credentials {
  readonly secret: { get(wait: WaitOptions): Promise<Secret<TlsMaterial>> };
  readonly grant: Pick<OktaTokenOptions, 'authentication' | 'serviceAccount'>;
}

/**
 * The one secret, and how a token is had with it.
 *
 * @param read told of each secret that was read, before it is used
 */
export function credentials(
  { OKTA_GRANT, OKTA_CLIENT_AUTHENTICATION: method, SECRET_ID }: Environment,
  read: (credential: ReadCredential) => void,
): Credentials {
  const secretOf = <G extends Grant>(grant: G): SecretCache<Credential<G>> => {
    const parse = parseCredential(grant);
    return new SecretCache({
      secretId: SECRET_ID,
      client: new SecretsManagerClient(ONE_ATTEMPT),
      parse: (json) => {
        const credential = parse(json);
        read(credential);
        return credential;
      },
    });
  };
  switch (OKTA_GRANT) {
    case 'private_key_jwt': {
      const secret = secretOf(OKTA_GRANT);
      const kms = new KMSClient(ONE_ATTEMPT);
      return { secret, grant: { authentication: new PrivateKeyJwt({ kms, key: secret }) } };
    }
    case 'client_secret': {
      const secret = secretOf(OKTA_GRANT);
      return { secret, grant: { authentication: new ClientSecret({ secret, method }) } };
    }
    case 'password': {
      const secret = secretOf(OKTA_GRANT);
      const authentication = new ClientSecret({ secret, method });
      return { secret, grant: { authentication, serviceAccount: secret } };
    }
  }
}
