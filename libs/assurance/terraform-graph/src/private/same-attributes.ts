import { remembered } from './remembered';

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
  aws_ec2_transit_gateway: {
    propagation_default_route_table_id: 'association_default_route_table_id',
  },
  aws_ec2_transit_gateway_peering_attachment_accepter: { id: 'transit_gateway_attachment_id' },
  aws_ec2_transit_gateway_vpc_attachment_accepter: { id: 'transit_gateway_attachment_id' },
  aws_eip: { allocation_id: 'id' },
  aws_iam_group: { id: 'name' },
  aws_iam_policy: { id: 'arn' },
  aws_iam_role: { id: 'name' },
  aws_iam_user: { id: 'name' },
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
  aws_vpc: { main_route_table_id: 'default_route_table_id' },
  aws_vpc_peering_connection_accepter: { id: 'vpc_peering_connection_id' },
  aws_vpc_security_group_egress_rule: { id: 'security_group_rule_id' },
  aws_vpc_security_group_ingress_rule: { id: 'security_group_rule_id' },
};

/** The attribute that the other is documented to be equal to. */
export const sameAttribute = remembered((type, attribute): string | undefined => {
  const same = Object.hasOwn(SAME, type) ? SAME[type] : undefined;
  return same !== undefined && Object.hasOwn(same, attribute) ? same[attribute] : undefined;
});

/** What an attribute is equal to: an attribute of all resources that others of its resource name. */
export interface Through {
  readonly links: readonly string[];
  readonly attribute: string;
  /** The value that another attribute has where it is so. */
  readonly where?: readonly [string, string];
}

const THROUGH: Readonly<Record<string, Through>> = {
  'aws_default_security_group.id': { links: ['vpc_id'], attribute: 'default_security_group_id' },
  'aws_lambda_function.vpc_config.vpc_id': { links: ['vpc_config'], attribute: 'vpc_id' },
  'aws_lb.vpc_id': { links: ['subnets', 'subnet_mapping'], attribute: 'vpc_id' },
};

/** Those that are so only where the configuration gives nothing else. */
const BY_DEFAULT: Readonly<Record<string, Through>> = {
  'aws_vpc_endpoint.security_group_ids': {
    links: ['vpc_id'],
    attribute: 'default_security_group_id',
    where: ['vpc_endpoint_type', 'Interface'],
  },
};

/** What the attribute is always equal to. */
export const sameThrough = remembered((type, attribute): Through | undefined => {
  const at = `${type}.${attribute}`;
  return Object.hasOwn(THROUGH, at) ? THROUGH[at] : undefined;
});

/** What the attribute is equal to where the configuration does not give it. */
export const defaultThrough = remembered((type, attribute): Through | undefined => {
  const at = `${type}.${attribute}`;
  return Object.hasOwn(BY_DEFAULT, at) ? BY_DEFAULT[at] : undefined;
});
