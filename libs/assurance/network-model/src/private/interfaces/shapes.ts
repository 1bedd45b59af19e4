import type { Shape, SubnetGroup } from './shape';

const inGroup = (named: string, type: string, by = 'name'): SubnetGroup => ({ named, type, by });
const flag = (name: string, byDefault = false) => ({ flag: name, byDefault });

const database = (named: string, type: string, groups = 'vpc_security_group_ids'): Shape => ({
  kind: 'database',
  subnets: inGroup(named, type),
  groups,
});
const published = (shape: Shape): Shape => ({ ...shape, isPublic: flag('publicly_accessible') });
const within = (block: string, subnets: string, groups: string): Shape => ({
  kind: 'other',
  subnets: `${block}.${subnets}`,
  groups: `${block}.${groups}`,
});
const domain: Shape = {
  ...within('vpc_options', 'subnet_ids', 'security_group_ids'),
  kind: 'database',
};
const plain: Shape = { kind: 'other', subnets: 'subnet_ids', groups: 'security_group_ids' };
const task = (block: string): Shape => ({
  ...within(block, 'subnets', 'security_groups'),
  kind: 'task',
  isPublic: flag(`${block}.assign_public_ip`),
});

/**
 * The resources that have interfaces and nothing peculiar about them.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
export const SHAPES: Readonly<Record<string, Shape>> = {
  aws_apigatewayv2_vpc_link: { ...plain, kind: 'vpc link' },
  aws_apprunner_vpc_connector: { ...plain, subnets: 'subnets', groups: 'security_groups' },
  aws_batch_compute_environment: within('compute_resources', 'subnets', 'security_group_ids'),
  aws_cloudwatch_event_target: task('ecs_target.network_configuration'),
  aws_codebuild_project: {
    ...within('vpc_config', 'subnets', 'security_group_ids'),
    role: 'service_role',
  },
  aws_dax_cluster: database('subnet_group_name', 'aws_dax_subnet_group', 'security_group_ids'),
  aws_db_instance: published(database('db_subnet_group_name', 'aws_db_subnet_group')),
  aws_directory_service_directory: {
    kind: 'other',
    subnets: 'vpc_settings.subnet_ids',
    ownGroups: 'security_group_id',
  },
  aws_dms_replication_instance: {
    kind: 'other',
    subnets: inGroup(
      'replication_subnet_group_id',
      'aws_dms_replication_subnet_group',
      'replication_subnet_group_id',
    ),
    groups: 'vpc_security_group_ids',
    isPublic: flag('publicly_accessible'),
  },
  aws_docdb_cluster: database('db_subnet_group_name', 'aws_docdb_subnet_group'),
  aws_ec2_instance_connect_endpoint: { ...plain, subnets: 'subnet_id' },
  aws_ecs_service: task('network_configuration'),
  aws_ecs_task_set: task('network_configuration'),
  aws_efs_mount_target: {
    kind: 'other',
    subnets: 'subnet_id',
    groups: 'security_groups',
    addresses: 'ip_address',
  },
  aws_eks_cluster: {
    ...within('vpc_config', 'subnet_ids', 'security_group_ids'),
    ownGroups: 'vpc_config.cluster_security_group_id',
    role: 'role_arn',
  },
  aws_eks_node_group: {
    kind: 'instance',
    subnets: 'subnet_ids',
    ownGroups: 'cluster_security_group_id',
    role: 'node_role_arn',
  },
  aws_elasticache_cluster: database(
    'subnet_group_name',
    'aws_elasticache_subnet_group',
    'security_group_ids',
  ),
  aws_elasticache_replication_group: database(
    'subnet_group_name',
    'aws_elasticache_subnet_group',
    'security_group_ids',
  ),
  aws_elasticache_serverless_cache: { ...plain, kind: 'database' },
  aws_elasticsearch_domain: domain,
  aws_fsx_lustre_file_system: plain,
  aws_fsx_ontap_file_system: plain,
  aws_fsx_openzfs_file_system: plain,
  aws_fsx_windows_file_system: plain,
  aws_glue_connection: within(
    'physical_connection_requirements',
    'subnet_id',
    'security_group_id_list',
  ),
  aws_lambda_function: {
    ...within('vpc_config', 'subnet_ids', 'security_group_ids'),
    kind: 'function',
    ipv6: 'vpc_config.ipv6_allowed_for_dual_stack',
    role: 'role',
  },
  aws_memorydb_cluster: database(
    'subnet_group_name',
    'aws_memorydb_subnet_group',
    'security_group_ids',
  ),
  aws_mq_broker: published({ ...plain, groups: 'security_groups' }),
  aws_msk_cluster: within('broker_node_group_info', 'client_subnets', 'security_groups'),
  aws_msk_serverless_cluster: within('vpc_config', 'subnet_ids', 'security_group_ids'),
  aws_mwaa_environment: {
    ...within('network_configuration', 'subnet_ids', 'security_group_ids'),
    role: 'execution_role_arn',
  },
  aws_neptune_cluster: database('neptune_subnet_group_name', 'aws_neptune_subnet_group'),
  aws_opensearch_domain: domain,
  aws_rds_cluster: database('db_subnet_group_name', 'aws_db_subnet_group'),
  aws_redshift_cluster: published(
    database('cluster_subnet_group_name', 'aws_redshift_subnet_group'),
  ),
  aws_redshiftserverless_workgroup: published({ ...plain, kind: 'database' }),
  aws_sagemaker_notebook_instance: {
    kind: 'other',
    subnets: 'subnet_id',
    groups: 'security_groups',
    role: 'role_arn',
  },
  aws_scheduler_schedule: task('target.ecs_parameters.network_configuration'),
  aws_synthetics_canary: {
    ...within('vpc_config', 'subnet_ids', 'security_group_ids'),
    role: 'execution_role_arn',
  },
  aws_transfer_server: within('endpoint_details', 'subnet_ids', 'security_group_ids'),
};
