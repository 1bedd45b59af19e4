import { attributeRule } from '../../private/attribute-rule';
import { LOAD_BALANCERS } from '../../private/load-balancers';

export const lbDeletionProtection = attributeRule({
  id: 'lb-deletion-protection',
  severity: 'low',
  title: 'a load balancer cannot be deleted by mistake',
  rationale: 'Its addresses and name are lost with it, and whoever depends on them.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection',
  types: LOAD_BALANCERS,
  path: 'enable_deletion_protection',
  byDefault: false,
  wanted: true,
  message: 'has no deletion protection',
  remedy: 'set enable_deletion_protection = true',
});
