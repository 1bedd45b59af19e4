import { attributeRule } from '../../private/attribute-rule';

export const subnetPublicAddresses = attributeRule({
  id: 'subnet-public-addresses',
  severity: 'medium',
  title: 'a subnet gives no public addresses by itself',
  rationale: 'Who starts something there gets a public address without asking for it.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-15',
  types: ['aws_subnet', 'aws_default_subnet'],
  path: 'map_public_ip_on_launch',
  byDefault: false,
  wanted: (mapped) => mapped !== true,
  message: 'gives public addresses to all that is started in it',
  remedy: 'set map_public_ip_on_launch = false',
});
