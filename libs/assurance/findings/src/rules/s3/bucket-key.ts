import { attribute } from '../../private/attribute';
import { companionRule } from '../../private/companion-rule';

export const bucketKey = companionRule({
  id: 'bucket-key',
  severity: 'low',
  title: "a bucket is encrypted with a key of one's own",
  rationale:
    'Objects are encrypted anyway; with a key, reading them needs the permission of the key too.',
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html',
  type: 'aws_s3_bucket',
  companion: ['aws_s3_bucket_server_side_encryption_configuration', 'bucket'],
  applies: (bucket) =>
    !isKms(attribute(bucket, `server_side_encryption_configuration[0].${ALGORITHM}`)),
  isGood: (configuration) => isKms(attribute(configuration, ALGORITHM)),
  message: "is encrypted with S3's own key",
  remedy:
    'add an aws_s3_bucket_server_side_encryption_configuration with sse_algorithm = "aws:kms"',
});

const ALGORITHM = 'rule[0].apply_server_side_encryption_by_default[0].sse_algorithm';

function isKms(algorithm: unknown): boolean {
  return algorithm === 'aws:kms' || algorithm === 'aws:kms:dsse';
}
