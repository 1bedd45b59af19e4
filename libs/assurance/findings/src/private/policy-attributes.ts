import type { PolicyAttributes } from './statement-rule';

/** What an identity may do. */
export const IDENTITY_POLICIES: PolicyAttributes = [
  ['aws_iam_policy', 'policy'],
  ['aws_iam_role_policy', 'policy'],
  ['aws_iam_user_policy', 'policy'],
  ['aws_iam_group_policy', 'policy'],
  ['aws_iam_role', 'inline_policy[*].policy'],
  ['aws_ssoadmin_permission_set_inline_policy', 'inline_policy'],
];

/** Who may take a role on. */
export const TRUST_POLICIES: PolicyAttributes = [['aws_iam_role', 'assume_role_policy']];

export const BUCKET_POLICIES: PolicyAttributes = [
  ['aws_s3_bucket', 'policy'],
  ['aws_s3_bucket_policy', 'policy'],
  ['aws_s3_access_point', 'policy'],
  ['aws_s3control_access_point_policy', 'policy'],
];

export const KEY_POLICIES: PolicyAttributes = [
  ['aws_kms_key', 'policy'],
  ['aws_kms_external_key', 'policy'],
  ['aws_kms_replica_key', 'policy'],
  ['aws_kms_key_policy', 'policy'],
];

export const SECRET_POLICIES: PolicyAttributes = [
  ['aws_secretsmanager_secret', 'policy'],
  ['aws_secretsmanager_secret_policy', 'policy'],
];

export const API_POLICIES: PolicyAttributes = [
  ['aws_api_gateway_rest_api', 'policy'],
  ['aws_api_gateway_rest_api_policy', 'policy'],
  ['aws_api_gateway_domain_name', 'policy'],
];

export const ENDPOINT_POLICIES: PolicyAttributes = [
  ['aws_vpc_endpoint', 'policy'],
  ['aws_vpc_endpoint_policy', 'policy'],
];

/** Who may use what else there is. */
export const OTHER_RESOURCE_POLICIES: PolicyAttributes = [
  ['aws_acmpca_policy', 'policy'],
  ['aws_backup_vault_policy', 'policy'],
  ['aws_cloudwatch_event_bus_policy', 'policy'],
  ['aws_cloudwatch_log_resource_policy', 'policy_document'],
  ['aws_dynamodb_resource_policy', 'policy'],
  ['aws_ecr_repository_policy', 'policy'],
  ['aws_efs_file_system_policy', 'policy'],
  ['aws_elasticsearch_domain_policy', 'access_policies'],
  ['aws_kinesis_resource_policy', 'policy'],
  ['aws_opensearch_domain_policy', 'access_policies'],
  ['aws_sns_topic', 'policy'],
  ['aws_sns_topic_policy', 'policy'],
  ['aws_sqs_queue', 'policy'],
  ['aws_sqs_queue_policy', 'policy'],
];
