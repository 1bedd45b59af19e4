import { attributeRule } from '../../private/attribute-rule';

export const logGroupRetention = attributeRule({
  id: 'log-group-retention',
  severity: 'low',
  title: 'a log group says how long it keeps what',
  rationale: 'Without that it keeps everything for ever, personal data too.',
  reference:
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention',
  types: ['aws_cloudwatch_log_group'],
  path: 'retention_in_days',
  byDefault: 0,
  wanted: (days) => Number(days) > 0,
  message: 'keeps its logs for ever',
  remedy: 'set retention_in_days',
});
