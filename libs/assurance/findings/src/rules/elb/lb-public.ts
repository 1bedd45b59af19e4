import { attributeRule } from '../../private/attribute-rule';
import { LOAD_BALANCERS } from '../../private/load-balancers';

export const lbPublic = attributeRule({
  id: 'lb-public',
  severity: 'medium',
  title: 'a load balancer is internal',
  rationale: 'One that faces the internet has public addresses; a private service needs none.',
  reference:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme',
  types: [...LOAD_BALANCERS, 'aws_elb'],
  applies: (balancer) => balancer.value('load_balancer_type') !== 'gateway',
  path: 'internal',
  byDefault: false,
  wanted: true,
  message: 'faces the internet',
  remedy: 'set internal = true, or say in a suppression why it is public',
});
