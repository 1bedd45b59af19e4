import { attributeRule } from '../../private/attribute-rule';

export const logGroupKey = attributeRule({
  id: 'log-group-key',
  severity: 'low',
  title: "a log group is encrypted with a key of one's own",
  rationale: "Who may read data under AWS's own key is decided by the service's permissions alone.",
  reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  types: ['aws_cloudwatch_log_group'],
  path: 'kms_key_id',
  wanted: 'given',
  message: "is encrypted with AWS's own key",
  remedy: 'set kms_key_id',
});
