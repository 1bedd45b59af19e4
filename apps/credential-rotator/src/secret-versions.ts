import {
  DescribeSecretCommand,
  type DescribeSecretResponse,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { type Credential, type Grant, parseCredential } from '@culvert/credential';
import { InvalidInput, SecretUnavailable } from '@culvert/errors';
import { awsError } from './private/aws-error';

type Stage = 'AWSCURRENT' | 'AWSPENDING' | 'AWSPREVIOUS';

export interface Version<G extends Grant = Grant> {
  readonly credential: Credential<G>;
  readonly createdAt: Date;
}

/** The versions of one secret, around the one that a rotation makes. */
export class SecretVersions<G extends Grant> {
  constructor(
    private readonly client: SecretsManagerClient,
    private readonly secret: {
      readonly arn: string;
      readonly grant: G;
      /** The version that the rotation makes. */
      readonly pendingId: string;
      /** Told of each credential that was read. */
      readonly read: (credential: Credential) => void;
    },
  ) {}

  /**
   * @returns whether the version is still to become the current one
   * @throws InvalidInput when no rotation of this version is under way
   */
  async isUnderWay(): Promise<boolean> {
    const { RotationEnabled = false, VersionIdsToStages = {} } = await this.describe();
    const { arn, pendingId } = this.secret;
    if (!RotationEnabled) throw new InvalidInput(`rotation is not enabled for ${arn}: enable it`);
    const stages = VersionIdsToStages[pendingId];
    if (stages?.includes('AWSCURRENT')) return false;
    if (!stages?.includes('AWSPENDING')) {
      throw new InvalidInput(
        `version ${pendingId} of ${arn} has the stages ${stages?.join(', ') ?? 'of none'}, not AWSPENDING: start a rotation with RotateSecret`,
      );
    }
    return true;
  }

  /** The one in use. @throws SecretUnavailable when there is none */
  async current(): Promise<Version<G>> {
    const version = await this.find('AWSCURRENT');
    if (version === undefined) {
      throw new SecretUnavailable(
        `${this.secret.arn} has no current value: put the first credential before it is rotated`,
      );
    }
    return version;
  }

  /** The one being made, as this rotation has made it. */
  pending(): Promise<Version<G> | undefined> {
    return this.find('AWSPENDING', this.secret.pendingId);
  }

  /** @throws SecretUnavailable when there is none */
  async requirePending(): Promise<Credential<G>> {
    const version = await this.pending();
    if (version === undefined) {
      const { arn, pendingId } = this.secret;
      throw new SecretUnavailable(`version ${pendingId} of ${arn} has no value: run createSecret`);
    }
    return version.credential;
  }

  async find(stage: Stage, versionId?: string): Promise<Version<G> | undefined> {
    const { arn, grant } = this.secret;
    const command = new GetSecretValueCommand({
      SecretId: arn,
      VersionId: versionId,
      VersionStage: stage,
    });
    const answer = await this.client.send(command).catch((error: unknown) => {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw awsError(error, 'Secrets Manager');
    });
    if (answer === undefined) return undefined;
    const credential = parse(answer.SecretString, grant, `${stage} of ${arn}`);
    this.secret.read(credential);
    return { credential, createdAt: answer.CreatedDate ?? new Date(0) };
  }

  async putPending(credential: Credential<G>): Promise<void> {
    const { arn, pendingId } = this.secret;
    const command = new PutSecretValueCommand({
      SecretId: arn,
      ClientRequestToken: pendingId,
      SecretString: JSON.stringify(credential),
      VersionStages: ['AWSPENDING'],
    });
    await this.client.send(command).catch(fail);
  }

  /** From now on callers read the new one. */
  async makeCurrent(): Promise<void> {
    const { VersionIdsToStages = {} } = await this.describe();
    const { arn, pendingId } = this.secret;
    const [currentId] =
      Object.entries(VersionIdsToStages).find(([, stages]) => stages.includes('AWSCURRENT')) ?? [];
    const command = new UpdateSecretVersionStageCommand({
      SecretId: arn,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: pendingId,
      RemoveFromVersionId: currentId,
    });
    await this.client.send(command).catch(fail);
  }

  private describe(): Promise<DescribeSecretResponse> {
    return this.client.send(new DescribeSecretCommand({ SecretId: this.secret.arn })).catch(fail);
  }
}

function parse<G extends Grant>(text = '', grant: G, which: string): Credential<G> {
  try {
    return parseCredential(grant)(JSON.parse(text));
  } catch (error) {
    const why = error instanceof InvalidInput ? error.message : 'it is not JSON';
    throw new SecretUnavailable(`${which} cannot be used: ${why}`);
  }
}

function fail(error: unknown): never {
  throw awsError(error, 'Secrets Manager');
}
