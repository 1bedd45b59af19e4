import { attributeRule } from '../../private/attribute-rule';

export const databaseDeletionProtection = attributeRule({
  id: 'database-deletion-protection',
  severity: 'low',
  title: 'a database cannot be deleted by mistake',
  rationale: 'What is not in a backup is lost with it.',
  reference:
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html#USER_DeleteInstance.DeletionProtection',
  types: ['aws_db_instance', 'aws_rds_cluster'],
  path: 'deletion_protection',
  byDefault: false,
  wanted: true,
  message: 'has no deletion protection',
  remedy: 'set deletion_protection = true',
});
