import type { ById } from '../network';
import type { LoadBalancer } from '../load-balancer';
import type { Source } from '../private/source';

export function loadBalancers(_source: Source): ById<LoadBalancer> {
  return new Map();
}
