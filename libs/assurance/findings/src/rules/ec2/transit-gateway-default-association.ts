import { attributeRule } from '../../private/attribute-rule';

export const transitGatewayDefaultAssociation = attributeRule({
  id: 'transit-gateway-default-association',
  severity: 'medium',
  title: 'an attachment is associated with a route table on purpose',
  rationale:
    'By default every attachment uses the same table, and with propagation each reaches all others.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  types: ['aws_ec2_transit_gateway'],
  path: 'default_route_table_association',
  byDefault: 'enable',
  wanted: (associated) => associated === 'disable',
  message: 'associates every attachment with one route table',
  remedy: 'set default_route_table_association = "disable"',
});
