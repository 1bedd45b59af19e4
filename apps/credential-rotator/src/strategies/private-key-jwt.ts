import { createPublicKey } from 'node:crypto';
import type { Credential } from '@culvert/credential';
import type { KeySpec } from '../environment';
import type { RotationKeys } from '../rotation-keys';
import type { Rotation, Strategy } from '../strategy';

type KeyRotation = Rotation<'private_key_jwt'>;

const DEFAULT_SPEC = { RS256: 'RSA_2048', ES256: 'ECC_NIST_P256' } as const;

/**
 * Each rotation has a key of its own in KMS, found by its tags. Its id in KMS is its `kid` at Okta.
 * Keys of former rotations are withdrawn from Okta and then deleted; one that was made elsewhere, as
 * the first is, is withdrawn only.
 */
export function privateKeyJwt(keys: RotationKeys): Strategy<'private_key_jwt'> {
  return {
    create: async (rotation, previous) => {
      const { secretArn, versionId, current, rotated } = rotation;
      const own = await keys.list(secretArn);
      const spec: KeySpec = rotated.keySpec ?? DEFAULT_SPEC[current.credential.algorithm];
      const former = own.filter(
        ({ arn, rotationId }) => arn !== current.credential.kmsKeyId && rotationId !== versionId,
      );
      await withdraw(rotation, [...former.map(({ id }) => id), (await previous())?.keyId]);
      for (const { id } of former) await keys.scheduleDeletion(id);
      const key =
        own.find(({ rotationId }) => rotationId === versionId) ??
        (await keys.create({ secretArn, versionId, spec, signerArn: rotated.callerRoleArn }));
      return {
        ...current.credential,
        keyId: key.id,
        kmsKeyId: key.arn,
        algorithm: spec === 'ECC_NIST_P256' ? 'ES256' : 'RS256',
      };
    },

    set: async ({ okta, rotated: { appId } }, { keyId, kmsKeyId, algorithm }) => {
      const published = await okta.jsonWebKeys(appId);
      if (published.some(({ kid }) => kid === keyId)) return;
      const der = await keys.publicKey(kmsKeyId);
      const jwk = createPublicKey({ key: der, format: 'der', type: 'spki' }).export({
        format: 'jwk',
      });
      await okta.addJsonWebKey(appId, { ...jwk, kid: keyId, use: 'sig', alg: algorithm });
    },
  };
}

/** Takes public keys from the app, and never the current one. */
async function withdraw(
  { okta, rotated: { appId }, current }: KeyRotation,
  kids: readonly (Credential<'private_key_jwt'>['keyId'] | undefined)[],
): Promise<void> {
  for (const key of await okta.jsonWebKeys(appId)) {
    const isFormer = key.kid !== current.credential.keyId && kids.includes(key.kid);
    if (key.kid !== undefined && isFormer) await okta.remove(appId, 'jwks', key);
  }
}
