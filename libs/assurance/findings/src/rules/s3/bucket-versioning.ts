import { allOf } from '../../private/all-of';
import { attribute } from '../../private/attribute';
import { companionRule } from '../../private/companion-rule';

export const bucketVersioning = companionRule({
  id: 'bucket-versioning',
  severity: 'medium',
  title: 'a bucket keeps former versions',
  rationale: 'Otherwise what is overwritten or deleted, by mistake or by an attacker, is gone.',
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  type: 'aws_s3_bucket',
  companion: ['aws_s3_bucket_versioning', 'bucket'],
  applies: (bucket) => attribute(bucket, 'versioning[0].enabled', false) !== true,
  isGood: (versioning) =>
    allOf(
      [attribute(versioning, 'versioning_configuration[0].status')],
      (status) => status === 'Enabled',
    ),
  message: 'does not keep former versions',
  remedy: 'add an aws_s3_bucket_versioning with status = "Enabled"',
});
