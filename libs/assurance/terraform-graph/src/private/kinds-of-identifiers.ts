import type { Identifier } from './identifier';

export const id = (prefix: string, ...types: string[]): Identifier => ({
  of: types.map((type) => `${type}.id`),
  shape: new RegExp(`^${prefix}-[0-9a-f]{8,17}$`),
});
export const arn = (...types: string[]): Identifier => ({ of: types.map((type) => `${type}.arn`) });
export const named = (type: string): Identifier => ({ of: [`${type}.id`, `${type}.name`] });
export const opaque = (...types: string[]): Identifier => ({
  of: types.map((type) => `${type}.id`),
});

export const vpc = id('vpc', 'aws_vpc', 'aws_default_vpc');
export const subnet = id('subnet', 'aws_subnet', 'aws_default_subnet');
export const securityGroup = id('sg', 'aws_security_group', 'aws_default_security_group');
export const routeTable = id('rtb', 'aws_route_table', 'aws_default_route_table');
export const networkAcl = id('acl', 'aws_network_acl', 'aws_default_network_acl');
export const networkInterface: Identifier = {
  of: ['aws_network_interface.id', 'aws_instance.primary_network_interface_id'],
  shape: /^eni-[0-9a-f]{8,17}$/,
};
export const internetGateway = id('igw', 'aws_internet_gateway');
export const vpnGateway = id('vgw', 'aws_vpn_gateway');
export const natGateway = id('nat', 'aws_nat_gateway');
export const instance = id('i', 'aws_instance');
export const address = id('eipalloc', 'aws_eip');
export const prefixList = id('pl', 'aws_ec2_managed_prefix_list', 'aws_prefix_list');
export const endpoint = id('vpce', 'aws_vpc_endpoint');
export const endpointService = id('vpce-svc', 'aws_vpc_endpoint_service');
export const peering = id(
  'pcx',
  'aws_vpc_peering_connection',
  'aws_vpc_peering_connection_accepter',
);
export const transitGateway = id('tgw', 'aws_ec2_transit_gateway');
export const transitGatewayRouteTable = id('tgw-rtb', 'aws_ec2_transit_gateway_route_table');
export const attachment: Identifier = {
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
export const loadBalancer = arn('aws_lb', 'aws_alb');
export const targetGroup = arn('aws_lb_target_group', 'aws_alb_target_group');
export const listener = arn('aws_lb_listener', 'aws_alb_listener');
export const lambda = arn('aws_lambda_function', 'aws_lambda_alias');
export const invocation: Identifier = {
  of: ['invoke_arn', 'qualified_invoke_arn'].flatMap((attribute) => [
    `aws_lambda_function.${attribute}`,
    `aws_lambda_alias.${attribute}`,
  ]),
};
export const privateAddress: Identifier = {
  of: ['aws_instance.private_ip', 'aws_network_interface.private_ip'],
};
export const dnsName: Identifier = {
  of: ['aws_lb.dns_name', 'aws_alb.dns_name', 'aws_vpc_endpoint.dns_entry.dns_name'],
};
export const taskDefinition = arn('aws_ecs_task_definition');
export const role = arn('aws_iam_role');
export const secret = arn('aws_secretsmanager_secret');
export const key: Identifier = { of: ['aws_kms_key.arn', 'aws_kms_alias.arn'] };
export const organizationalUnit: Identifier = {
  of: ['aws_organizations_organizational_unit.id', 'aws_organizations_organization.roots.id'],
};
export const resourceShare = arn('aws_ram_resource_share');
export const API_ID = /^[a-z0-9]+$/;
export const restApi: Identifier = { of: ['aws_api_gateway_rest_api.id'], shape: API_ID };
export const vpcLink: Identifier = {
  of: ['aws_api_gateway_vpc_link.id', 'aws_apigatewayv2_vpc_link.id'],
};
export const policyDocument: Identifier = {
  of: ['aws_iam_policy_document.json', 'aws_iam_policy_document.minified_json'],
  alone: true,
};
export const oneOf = (...kinds: Identifier[]): Identifier => ({
  of: kinds.flatMap(({ of }) => of),
  kinds,
});
