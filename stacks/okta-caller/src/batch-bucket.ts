import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import type { CustomerKey } from '@culvert/identity';
import { policyDocument } from '@culvert/policy';
import type { BatchBucket as WorkflowBucket } from '@culvert/workflow';
import { Construct } from 'constructs';

/** How long requests and results are kept, and how long what was overwritten, in days. */
const KEPT_DAYS = { current: 90, overwritten: 30, unfinished: 7 } as const;

/** Properties of a {@link BatchBucket}. */
export interface BatchBucketProps {
  /** What the bucket's name starts with, up to 37 characters. */
  readonly namePrefix: string;
  readonly key: CustomerKey;
  /** Whether it is only deleted when it is empty. */
  readonly deletionProtection: boolean;
}

/** Where a batch's requests are read and its results written: private, versioned, over TLS only. */
export class BatchBucket extends Construct implements WorkflowBucket {
  public readonly arn: string;
  public readonly name: string;
  public readonly key: CustomerKey;

  public constructor(scope: Construct, id: string, props: BatchBucketProps) {
    super(scope, id);
    this.key = props.key;
    const bucket = new S3Bucket(this, 'Resource', {
      bucketPrefix: props.namePrefix,
      forceDestroy: !props.deletionProtection,
    });
    this.arn = bucket.arn;
    this.name = bucket.bucket;
    const versioning = new S3BucketVersioningA(this, 'versioning', {
      bucket: this.name,
      versioningConfiguration: { status: 'Enabled' },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, 'encryption', {
      bucket: this.name,
      rule: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: 'aws:kms',
            kmsMasterKeyId: this.key.arn,
          },
          bucketKeyEnabled: true,
        },
      ],
    });
    new S3BucketOwnershipControls(this, 'ownership', {
      bucket: this.name,
      rule: { objectOwnership: 'BucketOwnerEnforced' },
    });
    new S3BucketLifecycleConfiguration(this, 'lifecycle', {
      bucket: this.name,
      rule: [
        {
          id: 'expire',
          status: 'Enabled',
          filter: [{ prefix: '' }],
          expiration: [{ days: KEPT_DAYS.current }],
          noncurrentVersionExpiration: [{ noncurrentDays: KEPT_DAYS.overwritten }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: KEPT_DAYS.unfinished }],
        },
      ],
      dependsOn: [versioning],
    });
    const blocked = new S3BucketPublicAccessBlock(this, 'public-access', {
      bucket: this.name,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketPolicy(this, 'policy', {
      bucket: this.name,
      policy: policyDocument({
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [this.arn, `${this.arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      dependsOn: [blocked],
    });
  }
}
