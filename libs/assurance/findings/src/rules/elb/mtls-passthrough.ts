import { attributeRule } from '../../private/attribute-rule';
import { LISTENERS } from '../../private/load-balancers';

export const mtlsPassthrough = attributeRule({
  id: 'mtls-passthrough',
  severity: 'medium',
  title: 'a listener that asks for client certificates verifies them',
  rationale:
    'In passthrough mode any certificate is handed on in a header, and all depends on the target looking.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  types: LISTENERS,
  path: 'mutual_authentication[0].mode',
  byDefault: 'off',
  wanted: (mode) => mode !== 'passthrough',
  message: 'hands client certificates on without verifying them',
  remedy: 'set mode = "verify" with a trust store',
});
