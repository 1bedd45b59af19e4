import { remembered } from './remembered';

const ARN = '{partition}';
const here = (service: string, rest: string) => `arn:${ARN}:${service}:{region}:{account}:${rest}`;
const ec2 = (resource: string) => here('ec2', `${resource}/{id}`);

/**
 * Attributes that AWS documents to be made of others: `{name}` is an attribute of the same resource,
 * `{partition}`, `{region}` and `{account}` are where it is.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const TEXTS: Readonly<Record<string, string>> = {
  'aws_api_gateway_rest_api.arn': `arn:${ARN}:apigateway:{region}::/restapis/{id}`,
  'aws_api_gateway_rest_api.execution_arn': here('execute-api', '{id}'),
  'aws_cloudwatch_log_group.arn': here('logs', 'log-group:{name}'),
  'aws_dynamodb_table.arn': here('dynamodb', 'table/{name}'),
  'aws_iam_policy.arn': `arn:${ARN}:iam::{account}:policy{path}{name}`,
  'aws_iam_role.arn': `arn:${ARN}:iam::{account}:role{path}{name}`,
  'aws_iam_user.arn': `arn:${ARN}:iam::{account}:user{path}{name}`,
  'aws_kms_alias.arn': here('kms', '{name}'),
  'aws_kms_key.arn': here('kms', 'key/{key_id}'),
  'aws_lambda_function.arn': here('lambda', 'function:{function_name}'),
  'aws_network_acl.arn': ec2('network-acl'),
  'aws_route_table.arn': ec2('route-table'),
  'aws_s3_bucket.arn': `arn:${ARN}:s3:::{bucket}`,
  'aws_security_group.arn': ec2('security-group'),
  'aws_sfn_state_machine.arn': here('states', 'stateMachine:{name}'),
  'aws_sns_topic.arn': here('sns', '{name}'),
  'aws_sqs_queue.arn': here('sqs', '{name}'),
  'aws_subnet.arn': ec2('subnet'),
  'aws_vpc.arn': ec2('vpc'),
  'aws_vpc_endpoint.arn': ec2('vpc-endpoint'),
};

/** One part of a documented text: characters, or the name of what stands there. */
export type TextPart = { readonly text: string } | { readonly name: string };

/** What the attribute is documented to be made of. */
export const documentedText = remembered((type, attribute): readonly TextPart[] | undefined => {
  const template = Object.hasOwn(TEXTS, `${type}.${attribute}`)
    ? TEXTS[`${type}.${attribute}`]
    : undefined;
  return template
    ?.split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { name: part.slice(1, -1) } : { text: part }));
});

/** The partition of a Region. */
export function partitionOf(region: string): string {
  const prefixes = {
    'cn-': 'aws-cn',
    'us-gov-': 'aws-us-gov',
    'us-iso-': 'aws-iso',
    'us-isob-': 'aws-iso-b',
  };
  return Object.entries(prefixes).find(([prefix]) => region.startsWith(prefix))?.[1] ?? 'aws';
}
