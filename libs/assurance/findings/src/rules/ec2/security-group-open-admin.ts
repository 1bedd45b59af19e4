import { openRule } from '../../private/open-rule';

export const securityGroupOpenAdmin = openRule({
  id: 'security-group-open-admin',
  severity: 'critical',
  title: 'no group lets everyone in to where machines and data are administered',
  rationale:
    'Shells, remote desktops and databases that the internet reaches are tried within minutes.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-19',
  kind: 'admin',
  message: 'lets the internet in to ports for administration or data',
  remedy: 'name the groups or addresses that need it',
});
