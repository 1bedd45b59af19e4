import { attributeRule } from '../../private/attribute-rule';

export const bucketAclPublic = attributeRule({
  id: 'bucket-acl-public',
  severity: 'critical',
  title: "a bucket's ACL is not public",
  rationale: 'A public ACL lets everyone on the internet list, read or write the objects.',
  reference: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl',
  types: ['aws_s3_bucket', 'aws_s3_bucket_acl'],
  path: 'acl',
  wanted: (acl) => !/^(?:public-read|public-read-write|authenticated-read)$/.test(String(acl)),
  message: 'is open to everyone by its ACL',
  remedy: 'remove the ACL, and say who may do what in a policy',
});
