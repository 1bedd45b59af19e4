import { randomBytes } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { OktaClient, OktaUser } from '@culvert/okta-double';
import type { Account } from '../../embedded-aws/account';
import type { Caller } from './outputs';
import { keyIdOf, publicJwk } from './signing-key';

/** A caller's credential: at Okta, and in its secret. */
export interface Credential {
  readonly client: OktaClient;
  readonly users: readonly OktaUser[];
  /** What is in the secret beside the authority that the caller trusts. */
  readonly secret: Readonly<Record<string, string>>;
  /** What nobody but the secret, the caller and Okta may see. */
  readonly canaries: readonly string[];
}

/** Makes a credential of each caller's grant. */
export async function createCredential(account: Account, caller: Caller): Promise<Credential> {
  const { signingKeyArn, accounts = [] } = caller;
  const { grant, clientId, appId, scopes, clientAuthentication } = caller;
  const privateClaim = canary('claim');
  const claims = { privateClaim };
  const client = { clientId, appId, grant, scopes, clientAuthentication, claims };
  if (grant === 'private_key_jwt') {
    const jwk = await publicJwk(account, signingKeyArn ?? '');
    const secret = {
      keyId: keyIdOf(signingKeyArn ?? ''),
      kmsKeyId: signingKeyArn ?? '',
      algorithm: String(jwk['alg']),
    };
    return { client: { ...client, jwk }, users: [], secret, canaries: [privateClaim] };
  }
  const clientSecret = canary('client-secret');
  const users = accounts.map((user) => ({ ...user, password: canary('Password') }));
  const [first] = users;
  return {
    client: { ...client, clientSecret },
    users,
    secret: {
      clientSecret,
      ...(first === undefined ? {} : { username: first.username, password: first.password }),
    },
    canaries: [privateClaim, clientSecret, ...users.map(({ password }) => password)],
  };
}

/** Puts the value as its owner does after the deployment. */
export async function putSecret(
  account: Account,
  { secretArn }: Caller,
  value: Readonly<Record<string, string>>,
): Promise<void> {
  await new SecretsManagerClient(account).send(
    new PutSecretValueCommand({ SecretId: secretArn, SecretString: JSON.stringify(value) }),
  );
}

/** The parts of a secret's current value that are secret. */
export async function secretParts(account: Account, { secretArn }: Caller): Promise<string[]> {
  const { SecretString } = await new SecretsManagerClient(account).send(
    new GetSecretValueCommand({ SecretId: secretArn }),
  );
  const { clientSecret, password } = JSON.parse(SecretString ?? '{}') as Record<string, string>;
  return [clientSecret, password].filter((part) => part !== undefined);
}

/** A text that occurs nowhere by chance. */
function canary(kind: string): string {
  return `Canary1-${kind}-${randomBytes(12).toString('hex')}`;
}
