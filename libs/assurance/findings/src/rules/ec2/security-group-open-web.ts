import { openRule } from '../../private/open-rule';

export const securityGroupOpenWeb = openRule({
  id: 'security-group-open-web',
  severity: 'low',
  title: 'a group that lets everyone in to a web server does so on purpose',
  rationale: 'Right for a public load balancer, and for nothing else.',
  reference: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  kind: 'web',
  message: 'lets the internet in to ports of the web',
  remedy: 'name the groups or addresses that need it, or say in a suppression why it is public',
});
