import { attributeRule } from '../../private/attribute-rule';
import { LISTENERS } from '../../private/load-balancers';

export const lbWeakTls = attributeRule({
  id: 'lb-weak-tls',
  severity: 'high',
  title: 'a TLS listener takes TLS 1.2 and later only',
  rationale:
    'TLS 1.0 and 1.1 are broken, and the policy that AWS takes when none is named allows them.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
  types: LISTENERS,
  applies: (listener) => ['HTTPS', 'TLS'].includes(String(listener.value('protocol'))),
  path: 'ssl_policy',
  byDefault: 'ELBSecurityPolicy-2016-08',
  wanted: (policy) => MODERN.test(String(policy)),
  message: 'takes TLS 1.0 and 1.1',
  remedy: 'set ssl_policy to "ELBSecurityPolicy-TLS13-1-2-2021-06"',
});

const MODERN = /^ELBSecurityPolicy-(?:TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/;
