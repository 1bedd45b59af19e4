import { attributeRule } from '../../private/attribute-rule';

export const vpcLinkV1 = attributeRule({
  id: 'vpc-link-v1',
  severity: 'low',
  title: 'a VPC link is of the second version',
  rationale:
    'Links of the first version are legacy: they have no security groups and take Network Load Balancers only.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html',
  types: ['aws_api_gateway_vpc_link'],
  path: 'target_arns',
  wanted: () => false,
  message: 'is a VPC link of the first version',
  remedy: 'use aws_apigatewayv2_vpc_link',
});
