/** Where a policy that stands alone is, and which attribute names what it belongs to. */
export interface Standalone {
  readonly type: string;
  readonly link: string;
  /**
   * @default 'policy'
   */
  readonly policy?: string;
}

/** What is known of the policies of a type of resource. */
export interface PolicyPlace {
  /** The attribute of the resource itself. */
  readonly inline?: string;
  readonly standalone?: readonly Standalone[];
  /** Names by which standalone policies call it, besides id and ARN. */
  readonly names?: readonly string[];
  /** What applies when the configuration gives none: nothing, all, or the account's own policies. */
  readonly default?: 'none' | 'all' | 'account';
  /** Whether nobody has access that the resource's policy does not allow. */
  readonly mustAllow?: boolean;
}

const own = (inline = 'policy'): PolicyPlace => ({ inline });
const apart = (type: string, link: string, names: readonly string[] = []): PolicyPlace => ({
  standalone: [{ type, link }],
  names,
});

/**
 * The types of resources that have a policy of their own.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
export const POLICY_PLACES: Readonly<Record<string, PolicyPlace>> = {
  aws_acmpca_certificate_authority: apart('aws_acmpca_policy', 'resource_arn'),
  aws_api_gateway_domain_name: own(),
  aws_api_gateway_rest_api: {
    inline: 'policy',
    ...apart('aws_api_gateway_rest_api_policy', 'rest_api_id'),
  },
  aws_backup_vault: apart('aws_backup_vault_policy', 'backup_vault_name', ['name']),
  aws_cloudwatch_event_bus: apart('aws_cloudwatch_event_bus_policy', 'event_bus_name', ['name']),
  aws_codeartifact_domain: {
    standalone: [
      {
        type: 'aws_codeartifact_domain_permissions_policy',
        link: 'domain',
        policy: 'policy_document',
      },
    ],
    names: ['domain'],
  },
  aws_dynamodb_table: apart('aws_dynamodb_resource_policy', 'resource_arn'),
  aws_ecr_repository: apart('aws_ecr_repository_policy', 'repository', ['name']),
  aws_efs_file_system: apart('aws_efs_file_system_policy', 'file_system_id'),
  aws_iam_role: { inline: 'assume_role_policy', mustAllow: true },
  aws_kinesis_stream: apart('aws_kinesis_resource_policy', 'resource_arn'),
  aws_kms_external_key: { inline: 'policy', default: 'account', mustAllow: true },
  aws_kms_key: {
    inline: 'policy',
    ...apart('aws_kms_key_policy', 'key_id', ['key_id']),
    default: 'account',
    mustAllow: true,
  },
  aws_kms_replica_key: { inline: 'policy', default: 'account', mustAllow: true },
  aws_opensearch_domain: {
    inline: 'access_policies',
    standalone: [
      { type: 'aws_opensearch_domain_policy', link: 'domain_name', policy: 'access_policies' },
    ],
    names: ['domain_name'],
  },
  aws_s3_bucket: { inline: 'policy', ...apart('aws_s3_bucket_policy', 'bucket', ['bucket']) },
  aws_secretsmanager_secret: {
    inline: 'policy',
    ...apart('aws_secretsmanager_secret_policy', 'secret_arn'),
  },
  aws_sns_topic: { inline: 'policy', ...apart('aws_sns_topic_policy', 'arn') },
  aws_sqs_queue: { inline: 'policy', ...apart('aws_sqs_queue_policy', 'queue_url', ['url']) },
  aws_vpc_endpoint: {
    inline: 'policy',
    ...apart('aws_vpc_endpoint_policy', 'vpc_endpoint_id'),
    default: 'all',
  },
};
