import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeSecretCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Account } from '../../embedded-aws/account';
import type { Caller } from './outputs';

/** Milliseconds that a rotation may take before it counts as failed. */
const PATIENCE = 30_000;

/**
 * Rotates a secret, and waits until another version is current and none is pending.
 *
 * @throws when that does not come
 */
export async function rotate(account: Account, { secretArn }: Caller): Promise<void> {
  const client = new SecretsManagerClient(account);
  const before = await stages(client, secretArn);
  await client.send(new RotateSecretCommand({ SecretId: secretArn }));
  for (const began = Date.now(); Date.now() - began < PATIENCE; await sleep(200)) {
    const after = await stages(client, secretArn);
    const switched = after.AWSCURRENT !== before.AWSCURRENT;
    if (switched && [undefined, after.AWSCURRENT].includes(after.AWSPENDING)) return;
  }
  throw new Error(`its rotation did not end within ${PATIENCE / 1000} s`);
}

/** The version that each label is on. */
async function stages(
  client: SecretsManagerClient,
  secretArn: string,
): Promise<{ AWSCURRENT?: string; AWSPENDING?: string }> {
  const { VersionIdsToStages = {} } = await client.send(
    new DescribeSecretCommand({ SecretId: secretArn }),
  );
  return Object.fromEntries(
    Object.entries(VersionIdsToStages).flatMap(([version, labels]) =>
      labels.map((label) => [label, version]),
    ),
  );
}
