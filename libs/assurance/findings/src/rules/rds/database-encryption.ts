import { isGiven } from '../../private/attribute';
import { attributeRule } from '../../private/attribute-rule';

export const databaseEncryption = attributeRule({
  id: 'database-encryption',
  severity: 'high',
  title: 'a database is encrypted',
  rationale:
    'Snapshots and backups of one that is not can be read by whoever gets them, and encryption cannot be switched on later.',
  reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
  types: ['aws_db_instance', 'aws_rds_cluster'],
  // A replica and a member of a cluster are encrypted as their source is.
  applies: (database) => !isGiven(database, 'replicate_source_db'),
  path: 'storage_encrypted',
  byDefault: false,
  wanted: true,
  message: 'is not encrypted',
  remedy: 'set storage_encrypted = true',
});
