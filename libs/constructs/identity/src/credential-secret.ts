import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation';
import { policyDocument, type PolicyStatement } from '@culvert/policy';
import { Lazy } from 'cdktf';
import { Construct } from 'constructs';
import { CurrentAccount } from './current-account';
import type { CustomerKey } from './customer-key';
import type { Grantee } from './grantee';
import { requireWindow } from './private/require-window';
import type { RotationFunction } from './rotation-function';
import { sidOf } from './sid-of';

/** Properties of a {@link CredentialSecret}. */
export interface CredentialSecretProps {
  /** The secret's name, such as `okta/orders`; unique in account and Region. */
  readonly name: string;
  /** Whose credential it is, and where. */
  readonly description: string;
  readonly key: CustomerKey;
  /** The ARNs of the roles that put the first value and may read it. Wildcards are allowed. */
  readonly ownerRoleArns: readonly string[];
  /**
   * How long a deleted secret can be had back, in days: 7 to 30, or 0 for not at all.
   * @default 30
   */
  readonly recoveryWindowDays?: number;
}

/** When a secret is rotated. */
export interface RotationSchedule {
  /**
   * `rate(…)` in hours or days, or `cron(…)`.
   * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
   */
  readonly scheduleExpression: string;
  /**
   * How long the rotation may begin after that, such as `3h`.
   * @default - until the end of the day, or of the hour for an expression in hours
   */
  readonly duration?: string;
}

/**
 * A secret without a value: its owner puts the first one after deployment, a function rotates it, and
 * neither ever is in a plan or a state. Its resource policy refuses everybody else, whatever their
 * own policies say.
 *
 * @throws when there is no owner, or the recovery window is neither 0 nor from 7 to 30 days
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
 */
export class CredentialSecret extends Construct {
  public readonly arn: string;
  public readonly name: string;
  private readonly key: CustomerKey;
  private readonly account: CurrentAccount;
  private readonly readers: string[];
  private readonly writers: string[];

  public constructor(scope: Construct, id: string, props: CredentialSecretProps) {
    super(scope, id);
    requireOwner(props);
    const recoveryWindowInDays = props.recoveryWindowDays ?? 30;
    if (recoveryWindowInDays !== 0) requireWindow(`secret "${props.name}"`, recoveryWindowInDays);
    this.name = props.name;
    this.key = props.key;
    this.account = new CurrentAccount(this, 'account');
    this.readers = [...props.ownerRoleArns];
    this.writers = [...props.ownerRoleArns];
    this.arn = new SecretsmanagerSecret(this, 'Resource', {
      name: props.name,
      description: props.description,
      kmsKeyId: props.key.arn,
      recoveryWindowInDays,
    }).arn;
    this.letSecretsManagerUseTheKey();
    new SecretsmanagerSecretPolicy(this, 'policy', {
      secretArn: this.arn,
      blockPublicPolicy: true,
      policy: Lazy.stringValue({ produce: () => this.policy() }),
    });
  }

  /** Lets a function read the secret. */
  public grantRead(reader: Grantee): void {
    this.readers.push(reader.roleArn);
    reader.allow(
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: this.arn },
      this.keyStatement('kms:Decrypt'),
    );
  }

  /**
   * Rotates the secret on a schedule. Not at once: there may be no value yet. Secrets Manager tries
   * the function's `testSecret` step with a pending version when rotation is configured.
   *
   * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
   */
  public rotateBy(rotator: RotationFunction, schedule: RotationSchedule): void {
    this.readers.push(rotator.roleArn);
    this.writers.push(rotator.roleArn);
    rotator.allow(
      {
        Effect: 'Allow',
        Action: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        Resource: this.arn,
      },
      this.keyStatement('kms:Decrypt', 'kms:GenerateDataKey'),
    );
    const mayInvoke = rotator.allowInvokeBy(`rotates-${sidOf(this.name)}`, {
      service: 'secretsmanager.amazonaws.com',
      sourceArn: this.arn,
      sourceAccount: this.account.id,
    });
    new SecretsmanagerSecretRotation(this, 'rotation', {
      secretId: this.arn,
      rotationLambdaArn: rotator.arn,
      rotateImmediately: false,
      rotationRules: {
        scheduleExpression: schedule.scheduleExpression,
        duration: schedule.duration,
      },
      dependsOn: [mayInvoke],
    });
  }

  /** IAM in the account decides on the key, but only through Secrets Manager and for this secret. */
  private letSecretsManagerUseTheKey(): void {
    this.key.allowUse({
      sid: `Secret${sidOf(this.name)}`,
      principal: this.account.principal,
      condition: {
        StringEquals: this.account.through('secretsmanager'),
        ArnLike: {
          'kms:EncryptionContext:SecretARN': this.account.arn(
            'secretsmanager',
            `secret:${this.name}-??????`,
          ),
        },
      },
    });
  }

  private keyStatement(...actions: readonly string[]): PolicyStatement {
    return {
      Effect: 'Allow',
      Action: actions,
      Resource: this.key.arn,
      Condition: {
        StringEquals: {
          ...this.account.through('secretsmanager'),
          'kms:EncryptionContext:SecretARN': this.arn,
        },
      },
    };
  }

  private policy(): string {
    const onlyFor = (sid: string, roles: readonly string[], actions: readonly string[]) => ({
      Sid: sid,
      Effect: 'Deny' as const,
      Principal: '*' as const,
      Action: actions,
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': roles } },
    });
    return policyDocument(
      onlyFor('NobodyElseReads', this.readers, ['secretsmanager:GetSecretValue']),
      onlyFor('NobodyElseWrites', this.writers, [
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ]),
    );
  }
}

function requireOwner({ name, ownerRoleArns }: CredentialSecretProps): void {
  if (ownerRoleArns.length === 0) {
    throw new Error(`secret "${name}" has no owner: name the role that puts its first value`);
  }
}
