import { contains } from '../private/ipv4';
import { member, networksOf } from '../private/located';
import type { Rule } from './rule';

/** RFC 1918, and RFC 6598 as the last. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/**
 * A network's addresses are private: a load balancer takes no others as targets.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-type
 */
export const networksPrivate: Rule = (draft) =>
  networksOf(draft)
    .flatMap((network) => member(network, 'cidr'))
    .filter(({ value }) => !PRIVATE_RANGES.some((range) => contains(range, value)))
    .map((cidr) => ({ ...cidr, allowed: `a range within ${PRIVATE_RANGES.join(', ')}` }));
