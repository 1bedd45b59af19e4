import { attributeRule } from '../../private/attribute-rule';

export const volumeEncryption = attributeRule({
  id: 'volume-encryption',
  severity: 'medium',
  title: 'a volume or file system is encrypted',
  rationale: 'Snapshots of one that is not can be read by whoever gets them.',
  reference: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  types: ['aws_ebs_volume', 'aws_efs_file_system'],
  path: 'encrypted',
  byDefault: false,
  wanted: true,
  message: 'is not encrypted',
  remedy: 'set encrypted = true',
});
