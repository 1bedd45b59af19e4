import { openRule } from '../../private/open-rule';

export const securityGroupOpenIngress = openRule({
  id: 'security-group-open-ingress',
  severity: 'high',
  title: 'no group lets everyone in',
  rationale:
    'What everyone can reach, everyone can attack; a private service has callers that can be named.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18',
  kind: 'other',
  message: 'lets the internet in',
  remedy: 'name the groups or addresses that need it',
});
