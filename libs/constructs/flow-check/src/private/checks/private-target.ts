import type { Finding } from '../finding';
import { isPrivate } from '../ipv4-range';
import type { Side } from '../side';

/**
 * What a flow reaches outside AWS is in a range that a load balancer may have targets in.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#target-type
 */
export function checkPrivateTarget(to: Side): readonly Finding[] {
  if (to.kind === 'vpc') {
    return [];
  }
  return to.ranges
    .filter((range) => !isPrivate(range))
    .map((range) => ({
      what: `${range.cidr} is outside RFC 1918 and RFC 6598`,
      where: to.attachments.map(({ id }) => id).join(', '),
      remedy:
        'give the target an address in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10',
    }));
}
