import { attributeRule } from '../../private/attribute-rule';

export const domainWeakTls = attributeRule({
  id: 'domain-weak-tls',
  severity: 'medium',
  title: 'a custom domain takes TLS 1.2 and later only',
  rationale: 'TLS 1.0 is broken.',
  reference:
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  types: ['aws_api_gateway_domain_name'],
  path: 'security_policy',
  byDefault: 'TLS_1_2',
  wanted: (policy) => policy !== 'TLS_1_0',
  message: 'takes TLS 1.0',
  remedy: 'set security_policy = "TLS_1_2"',
});
