/**
 * Attributes that the provider documents to be equal to another of their resource: the value that is
 * known, or the symbol, is the other's.
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs
 */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_acm_certificate: { id: 'arn' },
  aws_alb: { id: 'arn' },
  aws_alb_listener: { id: 'arn' },
  aws_alb_target_group: { id: 'arn' },
  aws_api_gateway_rest_api_policy: { id: 'rest_api_id' },
  aws_cloudwatch_log_group: { id: 'name' },
  aws_default_network_acl: { id: 'default_network_acl_id' },
  aws_default_route_table: { id: 'default_route_table_id' },
  aws_ec2_transit_gateway_peering_attachment_accepter: { id: 'transit_gateway_attachment_id' },
  aws_ec2_transit_gateway_vpc_attachment_accepter: { id: 'transit_gateway_attachment_id' },
  aws_eip: { allocation_id: 'id' },
  aws_iam_policy: { id: 'arn' },
  aws_iam_role: { id: 'name' },
  aws_kms_alias: { id: 'name' },
  aws_kms_key: { id: 'key_id' },
  aws_lambda_function: { id: 'function_name' },
  aws_lb: { id: 'arn' },
  aws_lb_listener: { id: 'arn' },
  aws_lb_listener_rule: { id: 'arn' },
  aws_lb_target_group: { id: 'arn' },
  aws_lb_trust_store: { id: 'arn' },
  aws_route53_zone: { id: 'zone_id' },
  aws_s3_bucket: { id: 'bucket' },
  aws_secretsmanager_secret: { id: 'arn' },
  aws_secretsmanager_secret_policy: { id: 'secret_arn' },
  aws_sfn_state_machine: { id: 'arn' },
  aws_sns_topic: { id: 'arn' },
  aws_sqs_queue: { id: 'url' },
  aws_vpc_peering_connection_accepter: { id: 'vpc_peering_connection_id' },
  aws_vpc_security_group_egress_rule: { id: 'security_group_rule_id' },
  aws_vpc_security_group_ingress_rule: { id: 'security_group_rule_id' },
};

/** The attribute that the other is documented to be equal to. */
export function sameAttribute(type: string, attribute: string): string | undefined {
  const same = Object.hasOwn(SAME, type) ? SAME[type] : undefined;
  return same !== undefined && Object.hasOwn(same, attribute) ? same[attribute] : undefined;
}

/** Attributes that are equal to one of the resource that another attribute names. */
const THROUGH: Readonly<Record<string, readonly [string, string]>> = {
  'aws_default_security_group.id': ['vpc_id', 'default_security_group_id'],
};

/** The attribute that names a resource, and the attribute of it that is the same. */
export function sameThrough(
  type: string,
  attribute: string,
): readonly [string, string] | undefined {
  const at = `${type}.${attribute}`;
  return Object.hasOwn(THROUGH, at) ? THROUGH[at] : undefined;
}
