import { LocalBackend, S3Backend, type TerraformStack } from 'cdktf';

/** State in an S3 bucket, locked by S3 itself. */
export interface S3StateBackend {
  readonly type: 's3';
  /** The bucket's name. It needs versioning; a state that was overwritten is otherwise gone. */
  readonly bucket: string;
  /** The bucket's Region. */
  readonly region: string;
  /** Key prefix, so that environments can share a bucket: `<prefix>/<stack>.tfstate`. */
  readonly keyPrefix: string;
  /**
   * The KMS key that encrypts the state, as ARN.
   * @default - the bucket's default encryption
   */
  readonly kmsKeyId?: string;
  /**
   * The role to assume for reading and writing the state.
   * @default - the credentials Terraform runs with
   */
  readonly roleArn?: string;
}

/** State in a file beside the synthesised stack: for trying things out, not for a team. */
export interface LocalStateBackend {
  readonly type: 'local';
}

export type StateBackend = S3StateBackend | LocalStateBackend;

/**
 * Configures where a stack keeps its state. S3 locks natively (`use_lockfile`); DynamoDB locking is
 * deprecated and not offered.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
 */
export function configureBackend(stack: TerraformStack, backend: StateBackend): void {
  if (backend.type === 'local') {
    new LocalBackend(stack, { path: 'terraform.tfstate' });
    return;
  }
  new S3Backend(stack, {
    bucket: backend.bucket,
    region: backend.region,
    key: `${backend.keyPrefix}/${stack.node.id}.tfstate`,
    encrypt: true,
    kmsKeyId: backend.kmsKeyId,
    assumeRole: backend.roleArn === undefined ? undefined : { roleArn: backend.roleArn },
  });
  stack.addOverride('terraform.backend.s3.use_lockfile', true);
}
