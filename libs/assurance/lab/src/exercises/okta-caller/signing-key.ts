import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { PublicJwk } from '@culvert/okta-double';
import type { Account } from '../../embedded-aws/account';

/** The public half of a key in KMS, under the key's id, as an administrator registers it at Okta. */
export async function publicJwk(account: Account, keyArn: string): Promise<PublicJwk> {
  const { PublicKey } = await new KMSClient(account).send(
    new GetPublicKeyCommand({ KeyId: keyArn }),
  );
  const key = createPublicKey({
    key: Buffer.from(PublicKey ?? []),
    format: 'der',
    type: 'spki',
  });
  const alg = algorithmOf(key.asymmetricKeyType);
  return { ...key.export({ format: 'jwk' }), kid: keyIdOf(keyArn), use: 'sig', alg };
}

/** The last part of the ARN: the `kid` of every key that the stack creates. */
export function keyIdOf(keyArn: string): string {
  return keyArn.slice(keyArn.lastIndexOf('/') + 1);
}

function algorithmOf(type: string | undefined): 'RS256' | 'ES256' {
  return type === 'rsa' ? 'RS256' : 'ES256';
}
