/** What is behind a service of AWS, and what is done to it when a flow does not say. */
export interface AwsServiceResource {
  /** As endpoints' names have it. */
  readonly service: string;
  readonly action: string;
}

/**
 * By type of resource.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const AWS_SERVICE_RESOURCES: Readonly<Record<string, AwsServiceResource | undefined>> = {
  aws_cloudwatch_log_group: { service: 'logs', action: 'logs:PutLogEvents' },
  aws_dynamodb_table: { service: 'dynamodb', action: 'dynamodb:GetItem' },
  aws_ecr_repository: { service: 'ecr.api', action: 'ecr:BatchGetImage' },
  aws_kinesis_stream: { service: 'kinesis-streams', action: 'kinesis:PutRecord' },
  aws_kms_key: { service: 'kms', action: 'kms:Decrypt' },
  aws_s3_bucket: { service: 's3', action: 's3:GetObject' },
  aws_secretsmanager_secret: {
    service: 'secretsmanager',
    action: 'secretsmanager:GetSecretValue',
  },
  aws_sfn_state_machine: { service: 'states', action: 'states:StartExecution' },
  aws_sns_topic: { service: 'sns', action: 'sns:Publish' },
  aws_sqs_queue: { service: 'sqs', action: 'sqs:SendMessage' },
  aws_ssm_parameter: { service: 'ssm', action: 'ssm:GetParameter' },
};
