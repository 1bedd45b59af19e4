import { allOf } from '../../private/all-of';
import { attribute } from '../../private/attribute';
import { companionRule } from '../../private/companion-rule';

export const bucketPublicAccess = companionRule({
  id: 'bucket-public-access',
  severity: 'medium',
  title: 'a bucket refuses public access',
  rationale: 'The block holds whatever policies and ACLs say later on.',
  reference:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  type: 'aws_s3_bucket',
  companion: ['aws_s3_bucket_public_access_block', 'bucket'],
  isGood: (block) =>
    allOf(
      BLOCKS.map((path) => attribute(block, path, false)),
      (value) => value === true,
    ),
  message: 'does not block public access',
  remedy: 'add an aws_s3_bucket_public_access_block with all four set to true',
});

const BLOCKS = [
  'block_public_acls',
  'block_public_policy',
  'ignore_public_acls',
  'restrict_public_buckets',
];
