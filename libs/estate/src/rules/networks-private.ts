import { contains } from '../private/ipv4';
import { member } from '../private/located';
import { onPremCidrsOf, ownNetworksOf } from '../private/parts';
import type { Rule } from './rule';

/** RFC 1918, and RFC 6598 as the last. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/**
 * The addresses of a network and of on-prem are private: a load balancer takes no others as targets.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-type
 */
export const networksPrivate: Rule = (draft) =>
  [...ownNetworksOf(draft).flatMap((network) => member(network, 'cidr')), ...onPremCidrsOf(draft)]
    .filter(({ value }) => !PRIVATE_RANGES.some((range) => contains(range, value)))
    .map((cidr) => ({ ...cidr, allowed: `a range within ${PRIVATE_RANGES.join(', ')}` }));
