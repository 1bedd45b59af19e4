import { attributeRule } from '../../private/attribute-rule';

export const transitGatewayDefaultPropagation = attributeRule({
  id: 'transit-gateway-default-propagation',
  severity: 'medium',
  title: 'an attachment announces its addresses where it is meant to',
  rationale: 'By default every attachment is announced to all that use the default table.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
  types: ['aws_ec2_transit_gateway'],
  path: 'default_route_table_propagation',
  byDefault: 'enable',
  wanted: (propagated) => propagated === 'disable',
  message: 'announces every attachment to all others',
  remedy: 'set default_route_table_propagation = "disable"',
});
