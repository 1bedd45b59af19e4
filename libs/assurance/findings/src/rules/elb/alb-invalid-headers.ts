import { attributeRule } from '../../private/attribute-rule';
import { isApplication, LOAD_BALANCERS } from '../../private/load-balancers';

export const albInvalidHeaders = attributeRule({
  id: 'alb-invalid-headers',
  severity: 'medium',
  title: 'an Application Load Balancer drops invalid headers',
  rationale:
    'Targets read malformed header names in different ways, which is how requests are smuggled.',
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4',
  types: LOAD_BALANCERS,
  applies: isApplication,
  path: 'drop_invalid_header_fields',
  byDefault: false,
  wanted: true,
  message: 'passes headers with invalid names on',
  remedy: 'set drop_invalid_header_fields = true',
});
