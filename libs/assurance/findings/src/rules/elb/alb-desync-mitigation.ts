import { attributeRule } from '../../private/attribute-rule';
import { isApplication, LOAD_BALANCERS } from '../../private/load-balancers';

export const albDesyncMitigation = attributeRule({
  id: 'alb-desync-mitigation',
  severity: 'medium',
  title: 'an Application Load Balancer defends itself against request smuggling',
  rationale: 'In monitor mode it passes on requests that it and the target may read differently.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#desync-mitigation-mode',
  types: LOAD_BALANCERS,
  applies: isApplication,
  path: 'desync_mitigation_mode',
  byDefault: 'defensive',
  wanted: (mode) => mode !== 'monitor',
  message: 'lets ambiguous requests pass',
  remedy: 'set desync_mitigation_mode to "defensive" or "strictest"',
});
