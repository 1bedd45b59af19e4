import {
  CreateKeyCommand,
  DescribeKeyCommand,
  GetPublicKeyCommand,
  type KMSClient,
  ListKeysCommand,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { ContractError } from '@culvert/errors';
import type { KeySpec } from './environment';
import { awsError } from './private/aws-error';
import { keyPolicy } from './private/key-policy';

const SECRET_TAG = 'culvert:secret';
const ROTATION_TAG = 'culvert:rotation';
const PENDING_WINDOW_DAYS = 30;

export interface RotationKey {
  readonly id: string;
  readonly arn: string;
  /** The version of the secret that it was made for. */
  readonly rotationId: string | undefined;
}

export interface NewKey {
  readonly secretArn: string;
  readonly versionId: string;
  readonly spec: KeySpec;
  /** The role that signs with it, besides the rotator. */
  readonly signerArn: string | undefined;
}

/** The signing keys that rotations have made. Tags come with a key, so that none is ever lost. */
export class RotationKeys {
  constructor(
    private readonly client: KMSClient,
    private readonly rotatorRoleArn: string | undefined,
  ) {}

  /** Those of one secret that are not being deleted. */
  async list(secretArn: string): Promise<readonly RotationKey[]> {
    const found: RotationKey[] = [];
    let marker: string | undefined;
    do {
      const { Keys = [], NextMarker } = await this.client
        .send(new ListKeysCommand({ Marker: marker }))
        .catch(fail);
      for (const { KeyId: id = '', KeyArn: arn = '' } of Keys) {
        const tags = await this.tags(id);
        if (tags.get(SECRET_TAG) !== secretArn || !(await this.isEnabled(id))) continue;
        found.push({ id, arn, rotationId: tags.get(ROTATION_TAG) });
      }
      marker = NextMarker;
    } while (marker !== undefined);
    return found;
  }

  async create({ secretArn, versionId, spec, signerArn }: NewKey): Promise<RotationKey> {
    const command = new CreateKeyCommand({
      Description: `signs for ${secretArn}`,
      KeySpec: spec,
      KeyUsage: 'SIGN_VERIFY',
      Policy: JSON.stringify(keyPolicy(secretArn, [signerArn, this.rotatorRoleArn])),
      Tags: [
        { TagKey: SECRET_TAG, TagValue: secretArn },
        { TagKey: ROTATION_TAG, TagValue: versionId },
      ],
    });
    const { KeyMetadata: { KeyId: id = '', Arn: arn = '' } = {} } = await this.client
      .send(command)
      .catch(fail);
    return { id, arn, rotationId: versionId };
  }

  /** @returns SubjectPublicKeyInfo, DER */
  async publicKey(keyId: string): Promise<Buffer> {
    const { PublicKey } = await this.client
      .send(new GetPublicKeyCommand({ KeyId: keyId }))
      .catch(fail);
    if (PublicKey === undefined) throw new ContractError(`kms key ${keyId} has no public key`);
    return Buffer.from(PublicKey);
  }

  async scheduleDeletion(keyId: string): Promise<void> {
    const command = new ScheduleKeyDeletionCommand({
      KeyId: keyId,
      PendingWindowInDays: PENDING_WINDOW_DAYS,
    });
    await this.client.send(command).catch(fail);
  }

  /** None of a key whose policy does not let us see them: it is none of ours. */
  private async tags(keyId: string): Promise<ReadonlyMap<string, string>> {
    const { Tags = [] } =
      (await this.client
        .send(new ListResourceTagsCommand({ KeyId: keyId }))
        .catch((error: unknown) =>
          error instanceof Error && error.name === 'AccessDeniedException'
            ? undefined
            : fail(error),
        )) ?? {};
    return new Map(Tags.map(({ TagKey = '', TagValue = '' }) => [TagKey, TagValue]));
  }

  private async isEnabled(keyId: string): Promise<boolean> {
    const { KeyMetadata } = await this.client
      .send(new DescribeKeyCommand({ KeyId: keyId }))
      .catch(fail);
    return KeyMetadata?.KeyState === 'Enabled';
  }
}

function fail(error: unknown): never {
  throw awsError(error, 'KMS');
}
