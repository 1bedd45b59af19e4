import { attributeRule } from '../../private/attribute-rule';
import { isNetwork, LOAD_BALANCERS } from '../../private/load-balancers';

export const nlbWithoutGroups = attributeRule({
  id: 'nlb-without-groups',
  severity: 'medium',
  title: 'a Network Load Balancer has security groups',
  rationale: 'Without any it takes connections from everywhere, and none can be added later.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  types: LOAD_BALANCERS,
  applies: isNetwork,
  path: 'security_groups',
  wanted: 'given',
  message: 'has no security groups',
  remedy: 'set security_groups when it is created',
});
