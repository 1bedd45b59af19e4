import { companionRule } from '../../private/companion-rule';

export const trustStoreRevocation = companionRule({
  id: 'trust-store-revocation',
  severity: 'medium',
  title: 'a trust store has a revocation list',
  rationale:
    'A load balancer looks at revocation lists only; without one, a stolen certificate is good until it expires.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html',
  type: 'aws_lb_trust_store',
  companion: ['aws_lb_trust_store_revocation', 'trust_store_arn'],
  message: 'has no revocation list',
  remedy: 'add an aws_lb_trust_store_revocation',
});
