import { attributeRule } from '../../private/attribute-rule';

export const transitGatewayAutoAccept = attributeRule({
  id: 'transit-gateway-auto-accept',
  severity: 'high',
  title: 'a Transit Gateway asks before it takes an attachment of another account',
  rationale: 'With automatic acceptance, every account that it is shared with joins the network.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23',
  types: ['aws_ec2_transit_gateway'],
  path: 'auto_accept_shared_attachments',
  byDefault: 'disable',
  wanted: (accepted) => accepted !== 'enable',
  message: 'takes attachments of other accounts without asking',
  remedy: 'set auto_accept_shared_attachments = "disable"',
});
