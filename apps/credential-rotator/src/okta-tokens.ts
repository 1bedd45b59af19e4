import type { KMSClient } from '@aws-sdk/client-kms';
import type { Credential, Grant } from '@culvert/credential';
import {
  ClientSecret,
  OktaToken,
  type OktaTokenOptions,
  PrivateKeyJwt,
  type SecretSource,
} from '@culvert/okta-token';
import type { Environment, RotatedCredential } from './environment';

const MANAGEMENT_SCOPES = ['okta.apps.manage', 'okta.users.manage'];

type Proof = Pick<OktaTokenOptions, 'authentication' | 'serviceAccount'>;

/** Tokens of both authorization servers: the organization's, to manage, and the custom one, to test. */
export class OktaTokens {
  constructor(
    private readonly environment: Environment,
    private readonly kms: KMSClient,
  ) {}

  /** @see https://developer.okta.com/docs/guides/implement-oauth-for-okta-serviceapp/main/ */
  management(ca: string | undefined): OktaToken {
    const { domain, proxyUrl, management } = this.environment;
    return new OktaToken({
      authorizationServer: {
        issuer: `https://${domain}`,
        tokenEndpoint: `https://${domain}/oauth2/v1/token`,
      },
      clientId: management.clientId,
      scopes: MANAGEMENT_SCOPES,
      authentication: new PrivateKeyJwt({ kms: this.kms, key: unchanging(management.key) }),
      proxyUrl,
      ca,
    });
  }

  /** What a caller with this credential would get. */
  caller(rotated: RotatedCredential, credential: Credential): OktaToken {
    const { issuer, proxyUrl } = this.environment;
    return new OktaToken({
      authorizationServer: { issuer, tokenEndpoint: `${issuer}/v1/token` },
      clientId: rotated.clientId,
      scopes: rotated.scopes,
      proxyUrl,
      ca: credential.ca,
      ...this.proof(rotated, credential),
    });
  }

  private proof({ grant, clientAuthentication }: RotatedCredential, credential: Credential): Proof {
    if (grant === 'private_key_jwt') {
      const key = unchanging(credential as Credential<typeof grant>);
      return { authentication: new PrivateKeyJwt({ kms: this.kms, key }) };
    }
    const secret = unchanging(credential as Credential<Exclude<Grant, 'private_key_jwt'>>);
    const authentication = new ClientSecret({ secret, method: clientAuthentication });
    return grant === 'password'
      ? { authentication, serviceAccount: unchanging(credential as Credential<typeof grant>) }
      : { authentication };
  }
}

/** One version of a secret, with no other to come. */
function unchanging<T>(value: T): SecretSource<T> {
  const version = { value, versionId: 'only' };
  return { get: async () => version, refresh: async () => version };
}
