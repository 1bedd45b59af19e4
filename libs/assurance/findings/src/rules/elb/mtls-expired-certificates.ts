import { attributeRule } from '../../private/attribute-rule';
import { LISTENERS } from '../../private/load-balancers';

export const mtlsExpiredCertificates = attributeRule({
  id: 'mtls-expired-certificates',
  severity: 'high',
  title: 'a listener refuses expired client certificates',
  rationale: 'Expiry is what ends the use of a lost key when nobody revokes it.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/configuring-mtls-with-elb.html',
  types: LISTENERS,
  path: 'mutual_authentication[0].ignore_client_certificate_expiry',
  byDefault: false,
  wanted: (ignored) => ignored !== true,
  message: 'takes client certificates that have expired',
  remedy: 'set ignore_client_certificate_expiry = false',
});
