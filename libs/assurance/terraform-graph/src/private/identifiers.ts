import { remembered } from './remembered';

/** Something that attributes hold to name a resource: an id, an ARN or a name. */
export interface Identifier {
  /** The attributes it comes from, such as `aws_vpc.id`; the first of a type is the usual one. */
  readonly of: readonly string[];
  /** What it looks like. */
  readonly shape?: RegExp;
  /** Whether text could be made of it and still stand there, so that nothing else may be in it. */
  readonly alone?: boolean;
  /** The kinds of identifier of which it may be any. */
  readonly kinds?: readonly Identifier[];
}

const id = (prefix: string, ...types: string[]): Identifier => ({
  of: types.map((type) => `${type}.id`),
  shape: new RegExp(`^${prefix}-[0-9a-f]{8,17}$`),
});
const arn = (...types: string[]): Identifier => ({ of: types.map((type) => `${type}.arn`) });
const named = (type: string): Identifier => ({ of: [`${type}.id`, `${type}.name`] });
const opaque = (...types: string[]): Identifier => ({ of: types.map((type) => `${type}.id`) });

const vpc = id('vpc', 'aws_vpc', 'aws_default_vpc');
const subnet = id('subnet', 'aws_subnet', 'aws_default_subnet');
const securityGroup = id('sg', 'aws_security_group', 'aws_default_security_group');
const routeTable = id('rtb', 'aws_route_table', 'aws_default_route_table');
const networkAcl = id('acl', 'aws_network_acl', 'aws_default_network_acl');
const networkInterface: Identifier = {
  of: ['aws_network_interface.id', 'aws_instance.primary_network_interface_id'],
  shape: /^eni-[0-9a-f]{8,17}$/,
};
const internetGateway = id('igw', 'aws_internet_gateway');
const vpnGateway = id('vgw', 'aws_vpn_gateway');
const natGateway = id('nat', 'aws_nat_gateway');
const instance = id('i', 'aws_instance');
const address = id('eipalloc', 'aws_eip');
const prefixList = id('pl', 'aws_ec2_managed_prefix_list', 'aws_prefix_list');
const endpoint = id('vpce', 'aws_vpc_endpoint');
const endpointService = id('vpce-svc', 'aws_vpc_endpoint_service');
const peering = id('pcx', 'aws_vpc_peering_connection', 'aws_vpc_peering_connection_accepter');
const transitGateway = id('tgw', 'aws_ec2_transit_gateway');
const transitGatewayRouteTable = id('tgw-rtb', 'aws_ec2_transit_gateway_route_table');
const attachment: Identifier = {
  of: [
    'aws_ec2_transit_gateway_vpc_attachment.id',
    'aws_ec2_transit_gateway_vpc_attachment_accepter.id',
    'aws_ec2_transit_gateway_peering_attachment.id',
    'aws_ec2_transit_gateway_peering_attachment_accepter.id',
    'aws_ec2_transit_gateway_connect.id',
    'aws_ec2_transit_gateway_vpn_attachment.id',
    'aws_ec2_transit_gateway_dx_gateway_attachment.id',
    'aws_vpn_connection.transit_gateway_attachment_id',
  ],
  shape: /^tgw-attach-[0-9a-f]{8,17}$/,
};
const loadBalancer = arn('aws_lb', 'aws_alb');
const targetGroup = arn('aws_lb_target_group', 'aws_alb_target_group');
const listener = arn('aws_lb_listener', 'aws_alb_listener');
const lambda = arn('aws_lambda_function', 'aws_lambda_alias');
const invocation: Identifier = {
  of: ['invoke_arn', 'qualified_invoke_arn'].flatMap((attribute) => [
    `aws_lambda_function.${attribute}`,
    `aws_lambda_alias.${attribute}`,
  ]),
};
const privateAddress: Identifier = {
  of: ['aws_instance.private_ip', 'aws_network_interface.private_ip'],
};
const dnsName: Identifier = {
  of: ['aws_lb.dns_name', 'aws_alb.dns_name', 'aws_vpc_endpoint.dns_entry.dns_name'],
};
const taskDefinition = arn('aws_ecs_task_definition');
const role = arn('aws_iam_role');
const secret = arn('aws_secretsmanager_secret');
const key: Identifier = { of: ['aws_kms_key.arn', 'aws_kms_alias.arn'] };
const organizationalUnit: Identifier = {
  of: ['aws_organizations_organizational_unit.id', 'aws_organizations_organization.roots.id'],
};
const resourceShare = arn('aws_ram_resource_share');
const API_ID = /^[a-z0-9]+$/;
const restApi: Identifier = { of: ['aws_api_gateway_rest_api.id'], shape: API_ID };
const vpcLink: Identifier = { of: ['aws_api_gateway_vpc_link.id', 'aws_apigatewayv2_vpc_link.id'] };
const policyDocument: Identifier = {
  of: ['aws_iam_policy_document.json', 'aws_iam_policy_document.minified_json'],
  alone: true,
};
const oneOf = (...kinds: Identifier[]): Identifier => ({
  of: kinds.flatMap(({ of }) => of),
  kinds,
});

/** By attribute, or by type and attribute where the attribute alone is not telling. */
const ATTRIBUTES: Readonly<Record<string, Identifier>> = {
  vpc_id: vpc,
  peer_vpc_id: vpc,
  subnet_id: subnet,
  subnet_ids: subnet,
  subnets: subnet,
  vpc_zone_identifier: subnet,
  security_group_id: securityGroup,
  security_group_ids: securityGroup,
  security_groups: securityGroup,
  vpc_security_group_ids: securityGroup,
  source_security_group_id: securityGroup,
  referenced_security_group_id: securityGroup,
  default_security_group_id: securityGroup,
  route_table_id: routeTable,
  route_table_ids: routeTable,
  vpc_route_table_id: routeTable,
  default_route_table_id: routeTable,
  main_route_table_id: routeTable,
  network_acl_id: networkAcl,
  default_network_acl_id: networkAcl,
  network_interface_id: networkInterface,
  nat_gateway_id: natGateway,
  gateway_id: oneOf(internetGateway, vpnGateway),
  vpn_gateway_id: vpnGateway,
  propagating_vgws: vpnGateway,
  egress_only_gateway_id: id('eigw', 'aws_egress_only_internet_gateway'),
  instance_id: instance,
  allocation_id: address,
  prefix_list_id: prefixList,
  prefix_list_ids: prefixList,
  destination_prefix_list_id: prefixList,
  vpc_endpoint_id: endpoint,
  vpc_endpoint_ids: endpoint,
  vpc_endpoint_service_id: endpointService,
  vpc_peering_connection_id: peering,
  transit_gateway_id: transitGateway,
  peer_transit_gateway_id: transitGateway,
  transit_gateway_attachment_id: attachment,
  transport_attachment_id: attachment,
  transit_gateway_route_table_id: transitGatewayRouteTable,
  association_default_route_table_id: transitGatewayRouteTable,
  propagation_default_route_table_id: transitGatewayRouteTable,
  associated_gateway_id: oneOf(vpnGateway, transitGateway),
  customer_gateway_id: id('cgw', 'aws_customer_gateway'),
  vpn_connection_id: id('vpn', 'aws_vpn_connection'),
  dx_gateway_id: opaque('aws_dx_gateway'),
  load_balancer_arn: loadBalancer,
  network_load_balancer_arns: loadBalancer,
  gateway_load_balancer_arns: loadBalancer,
  target_group_arn: targetGroup,
  lb_target_group_arn: targetGroup,
  target_group_arns: targetGroup,
  listener_arn: listener,
  trust_store_arn: arn('aws_lb_trust_store'),
  certificate_arn: {
    of: ['aws_acm_certificate.arn', 'aws_acm_certificate_validation.certificate_arn'],
  },
  target_id: oneOf(loadBalancer, lambda, instance, privateAddress),
  rest_api_id: restApi,
  parent_id: { of: ['aws_api_gateway_resource.id', 'aws_api_gateway_rest_api.root_resource_id'] },
  deployment_id: opaque('aws_api_gateway_deployment', 'aws_apigatewayv2_deployment'),
  authorizer_id: opaque('aws_api_gateway_authorizer', 'aws_apigatewayv2_authorizer'),
  api_id: { of: ['aws_apigatewayv2_api.id', 'aws_api_gateway_rest_api.id'], shape: API_ID },
  connection_id: vpcLink,
  vpc_link_id: vpcLink,
  role: role,
  role_arn: role,
  execution_role_arn: role,
  task_role_arn: role,
  iam_role_arn: role,
  permissions_boundary: arn('aws_iam_policy'),
  policy_arn: arn('aws_iam_policy'),
  kms_key_arn: key,
  kms_key_id: {
    of: ['aws_kms_key.arn', 'aws_kms_key.key_id', 'aws_kms_key.id', 'aws_kms_alias.arn'],
  },
  rotation_lambda_arn: lambda,
  state_machine_arn: arn('aws_sfn_state_machine'),
  secret_id: secret,
  secret_arn: secret,
  zone_id: { of: ['aws_route53_zone.zone_id', 'aws_route53_zone.id'] },
  resolver_endpoint_id: opaque('aws_route53_resolver_endpoint'),
  resolver_rule_id: opaque('aws_route53_resolver_rule'),
  policy: policyDocument,
  policy_document: policyDocument,
  policy_text: policyDocument,
  resource_policy: policyDocument,
  access_policies: policyDocument,
  assume_role_policy: policyDocument,
  source_policy_documents: policyDocument,
  override_policy_documents: policyDocument,
  source_json: policyDocument,
  override_json: policyDocument,
  resource_share_arn: resourceShare,
  share_arn: resourceShare,
  client_subnets: subnet,
  security_group_id_list: securityGroup,
  task_definition_arn: taskDefinition,
  access_association_source: endpoint,
  domain_name_arn: arn('aws_api_gateway_domain_name'),
  'aws_api_gateway_integration.uri': invocation,
  'aws_api_gateway_vpc_link.target_arns': loadBalancer,
  'aws_apigatewayv2_api.target': oneOf(invocation, lambda),
  'aws_apigatewayv2_api_mapping.domain_name': opaque('aws_apigatewayv2_domain_name'),
  'aws_apigatewayv2_api_mapping.stage': {
    of: ['aws_apigatewayv2_stage.id', 'aws_apigatewayv2_stage.name'],
  },
  'aws_apigatewayv2_integration.integration_uri': oneOf(listener, invocation, lambda),
  'aws_autoscaling_group.launch_template.id': opaque('aws_launch_template'),
  'aws_ecs_service.task_definition': taskDefinition,
  'aws_eip.instance': instance,
  'aws_eip.network_interface': networkInterface,
  'aws_network_interface.attachment.instance': instance,
  ...Object.fromEntries(
    ['lb', 'alb'].flatMap((balancer) => [
      [`aws_${balancer}_listener.default_action.forward.target_group.arn`, targetGroup],
      [`aws_${balancer}_listener_rule.action.forward.target_group.arn`, targetGroup],
    ]),
  ),
  'aws_ram_resource_association.resource_arn': arn(
    'aws_ec2_transit_gateway',
    'aws_subnet',
    'aws_ec2_managed_prefix_list',
    'aws_route53_resolver_rule',
  ),
  'aws_route53_record.alias.name': dnsName,
  'aws_route53_record.records': oneOf(dnsName, privateAddress),
  'aws_route53_record.alias.zone_id': {
    of: ['aws_lb.zone_id', 'aws_alb.zone_id', 'aws_vpc_endpoint.dns_entry.hosted_zone_id'],
  },
  'aws_vpc_endpoint.service_name': { of: ['aws_vpc_endpoint_service.service_name'] },
  'aws_cloudwatch_event_bus_policy.event_bus_name': named('aws_cloudwatch_event_bus'),
  'aws_dynamodb_resource_policy.resource_arn': arn('aws_dynamodb_table'),
  'aws_ecr_repository_policy.repository': named('aws_ecr_repository'),
  'aws_efs_file_system_policy.file_system_id': opaque('aws_efs_file_system'),
  'aws_iam_group_membership.group': named('aws_iam_group'),
  'aws_iam_group_membership.users': named('aws_iam_user'),
  'aws_iam_group_policy.group': named('aws_iam_group'),
  'aws_iam_group_policy_attachment.group': named('aws_iam_group'),
  'aws_iam_policy_attachment.groups': named('aws_iam_group'),
  'aws_iam_policy_attachment.roles': named('aws_iam_role'),
  'aws_iam_policy_attachment.users': named('aws_iam_user'),
  'aws_iam_role.managed_policy_arns': arn('aws_iam_policy'),
  'aws_iam_user_policies_exclusive.user_name': named('aws_iam_user'),
  'aws_iam_user_policy_attachments_exclusive.user_name': named('aws_iam_user'),
  'aws_iam_user_policy_attachments_exclusive.policy_arns': arn('aws_iam_policy'),
  'aws_iam_group_policies_exclusive.group_name': named('aws_iam_group'),
  'aws_iam_group_policy_attachments_exclusive.group_name': named('aws_iam_group'),
  'aws_iam_group_policy_attachments_exclusive.policy_arns': arn('aws_iam_policy'),
  'aws_iam_role_policies_exclusive.role_name': named('aws_iam_role'),
  'aws_iam_role_policy_attachments_exclusive.policy_arns': arn('aws_iam_policy'),
  'aws_iam_role_policy_attachments_exclusive.role_name': named('aws_iam_role'),
  'aws_iam_user_group_membership.groups': named('aws_iam_group'),
  'aws_iam_user_group_membership.user': named('aws_iam_user'),
  'aws_iam_user_policy.user': named('aws_iam_user'),
  'aws_iam_user_policy_attachment.user': named('aws_iam_user'),
  'aws_kinesis_resource_policy.resource_arn': arn('aws_kinesis_stream'),
  'aws_kms_alias.target_key_id': {
    of: ['aws_kms_key.key_id', 'aws_kms_key.arn', 'aws_kms_key.id'],
  },
  'aws_kms_grant.key_id': { of: ['aws_kms_key.key_id', 'aws_kms_key.arn', 'aws_kms_key.id'] },
  'aws_kms_grant.grantee_principal': { of: ['aws_iam_role.arn', 'aws_iam_user.arn'] },
  'aws_kms_key_policy.key_id': { of: ['aws_kms_key.key_id', 'aws_kms_key.arn', 'aws_kms_key.id'] },
  'aws_lambda_alias.function_name': {
    of: ['aws_lambda_function.arn', 'aws_lambda_function.function_name'],
  },
  'aws_lambda_permission.source_arn': arn(
    'aws_cloudwatch_event_rule',
    'aws_cognito_user_pool',
    'aws_lb_target_group',
    'aws_alb_target_group',
    'aws_s3_bucket',
    'aws_secretsmanager_secret',
    'aws_sns_topic',
    'aws_sqs_queue',
  ),
  'aws_lambda_permission.function_name': {
    of: ['aws_lambda_function.arn', 'aws_lambda_function.function_name', 'aws_lambda_alias.arn'],
  },
  'aws_organizations_account.parent_id': organizationalUnit,
  'aws_organizations_organizational_unit.parent_id': organizationalUnit,
  'aws_organizations_policy.content': policyDocument,
  'aws_organizations_policy_attachment.policy_id': opaque('aws_organizations_policy'),
  'aws_organizations_policy_attachment.target_id': {
    of: [
      'aws_organizations_account.id',
      'aws_organizations_organizational_unit.id',
      'aws_organizations_organization.roots.id',
    ],
  },
  'aws_s3_bucket_policy.bucket': {
    of: ['aws_s3_bucket.id', 'aws_s3_bucket.bucket'],
  },
  'aws_sns_topic_policy.arn': arn('aws_sns_topic'),
  'aws_sqs_queue_policy.queue_url': { of: ['aws_sqs_queue.url', 'aws_sqs_queue.id'] },
  'aws_iam_instance_profile.role': { of: ['aws_iam_role.id', 'aws_iam_role.name'] },
  'aws_iam_role_policy.role': { of: ['aws_iam_role.id', 'aws_iam_role.name'] },
  'aws_iam_role_policy_attachment.role': { of: ['aws_iam_role.id', 'aws_iam_role.name'] },
  'aws_iam_policy_document.statement.principals.identifiers': {
    of: ['aws_iam_role.arn', 'aws_iam_user.arn'],
  },
  'aws_iam_policy_document.statement.condition.values': oneOf(endpoint, vpc, endpointService),
};

const COLLECTIONS = new Set([
  'propagating_vgws',
  'subnets',
  'security_groups',
  'vpc_zone_identifier',
  'identifiers',
  'values',
  'groups',
  'roles',
  'users',
  'client_subnets',
  'records',
  'security_group_id_list',
  'source_policy_documents',
  'override_policy_documents',
]);

const BY_PRODUCER = new Map(
  Object.values(ATTRIBUTES)
    .flatMap((identifier) => identifier.kinds ?? [identifier])
    .flatMap((identifier) => identifier.of.map((attribute) => [attribute, identifier] as const)),
);

/** Whatever id: attributes are called so for one reason only. */
const ANY_ID: Identifier = { of: [], alone: true };

/** What the attribute holds, when AWS documents it to be an identifier; `aws_subnet`, `vpc_id`. */
export const heldBy = remembered((type, attribute): Identifier | undefined => {
  const last = attribute.slice(attribute.lastIndexOf('.') + 1);
  return ownLookup(`${type}.${attribute}`) ?? ownLookup(last) ?? anyId(type, last);
});

/** What the attribute is, when it is the identifier of its own resource; `aws_subnet`, `id`. */
export const identifierOf = remembered((type, attribute) =>
  BY_PRODUCER.get(`${type}.${attribute}`),
);

/** Whether the attribute holds any number of identifiers, in no order that matters. */
export function isCollection(attribute: string): boolean {
  const last = attribute.slice(attribute.lastIndexOf('.') + 1);
  return COLLECTIONS.has(last) || /_(?:ids|arns)$/.test(last);
}

/** The attributes of a type that may hold the identifier, the type's own first. */
export function attributesFor(type: string, identifier: Identifier): readonly string[] {
  const found = attributesFound.get(identifier) ?? new Map<string, readonly string[]>();
  attributesFound.set(identifier, found);
  const attributes = found.get(type) ?? findAttributes(type, identifier);
  found.set(type, attributes);
  return attributes;
}

/** There are few types and identifiers, and they are asked for at every reference. */
const attributesFound = new Map<Identifier, Map<string, readonly string[]>>();

function findAttributes(type: string, identifier: Identifier): readonly string[] {
  const own = identifier.of
    .filter((attribute) => attribute.startsWith(`${type}.`))
    .map((attribute) => attribute.slice(type.length + 1));
  if (own.length > 0) return own.slice(0, 1);
  return Object.entries(ATTRIBUTES).flatMap(([attribute, held]) =>
    held === identifier && !attribute.includes('.') ? [attribute] : [],
  );
}

/** Whether what the one attribute holds can stand where the identifier is asked for. */
export function fits(type: string, attribute: string, identifier: Identifier): boolean {
  if (identifier.of.includes(`${type}.${attribute}`)) return true;
  if (type === 'terraform_remote_state') return false;
  if (identifier === ANY_ID) return /(?:^|_)id$/.test(attribute);
  const held = heldBy(type, attribute);
  return held !== undefined && held.of.some((source) => identifier.of.includes(source));
}

/** The one exception: an auto scaling target's is made of a path and a name. */
function anyId(type: string, attribute: string): Identifier | undefined {
  return attribute.endsWith('_id') && !type.startsWith('aws_appautoscaling_') ? ANY_ID : undefined;
}

function ownLookup(attribute: string): Identifier | undefined {
  return Object.hasOwn(ATTRIBUTES, attribute) ? ATTRIBUTES[attribute] : undefined;
}
