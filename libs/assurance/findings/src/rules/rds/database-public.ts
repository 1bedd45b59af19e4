import { attributeRule } from '../../private/attribute-rule';

export const databasePublic = attributeRule({
  id: 'database-public',
  severity: 'critical',
  title: 'a database has no public address',
  rationale: 'With one it is a security group away from the internet.',
  reference:
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  types: ['aws_db_instance', 'aws_rds_cluster_instance', 'aws_redshift_cluster'],
  path: 'publicly_accessible',
  byDefault: false,
  wanted: false,
  message: 'has a public address',
  remedy: 'set publicly_accessible = false',
});
