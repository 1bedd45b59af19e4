import type { ClientSecretCredential } from '@culvert/credential';
import { AuthConfigError } from '@culvert/errors';
import type { ClientSecretState } from '../okta-management';
import type { Rotation, Strategy } from '../strategy';

interface IdentifiedClientSecret extends ClientSecretCredential {
  /** Okta's id of it. The first one, put by hand, need not have it. */
  readonly clientSecretId?: string;
}

/** Any grant with a client secret. */
type SecretRotation = Rotation<'client_secret' | 'password'>;

/**
 * Okta has two client secrets at most: the current one, and either the one before or one that a
 * rotation which was cut off has left behind. Whatever is not current makes room for the next.
 */
export const clientSecret: Strategy<'client_secret'> = {
  create: async (rotation) => ({
    ...rotation.current.credential,
    ...(await nextClientSecret(rotation)),
  }),
  set: async () => undefined,
};

export async function nextClientSecret({
  okta,
  rotated: { appId },
  current,
}: SecretRotation): Promise<
  Required<Pick<IdentifiedClientSecret, 'clientSecret' | 'clientSecretId'>>
> {
  const secrets = await okta.clientSecrets(appId);
  const currentId = idOfCurrent(secrets, current, appId);
  for (const secret of secrets) {
    if (secret.id !== currentId) await okta.remove(appId, 'secrets', secret);
  }
  const { id, clientSecret: value } = await okta.createClientSecret(appId);
  return { clientSecret: value, clientSecretId: id };
}

/**
 * Okta does not tell which of its secrets has which value. Without an id the current one is the one
 * that there was already when it was stored.
 */
function idOfCurrent(
  secrets: readonly ClientSecretState[],
  { credential, createdAt }: SecretRotation['current'],
  appId: string,
): string {
  const { clientSecretId } = credential as IdentifiedClientSecret;
  const older = secrets.filter(({ created }) => new Date(created) <= createdAt);
  const candidates =
    clientSecretId !== undefined
      ? secrets.filter(({ id }) => id === clientSecretId)
      : secrets.length === 1
        ? secrets
        : older;
  const [current, ...others] = candidates;
  if (current === undefined || others.length > 0) {
    throw new AuthConfigError(
      `which of the ${secrets.length} client secrets of ${appId} is the current one cannot be told: put its id into the secret as clientSecretId`,
    );
  }
  return current.id;
}
