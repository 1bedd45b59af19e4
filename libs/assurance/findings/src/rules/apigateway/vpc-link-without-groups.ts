import { attributeRule } from '../../private/attribute-rule';

export const vpcLinkWithoutGroups = attributeRule({
  id: 'vpc-link-without-groups',
  severity: 'medium',
  title: 'a VPC link has security groups of its own',
  rationale:
    'Without any, what it may reach is for the targets alone to say, and they cannot be changed later.',
  reference: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html',
  types: ['aws_apigatewayv2_vpc_link'],
  path: 'security_group_ids',
  wanted: 'given',
  message: 'has no security groups of its own',
  remedy: 'set security_group_ids',
});
