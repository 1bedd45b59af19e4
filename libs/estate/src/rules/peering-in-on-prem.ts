import { contains } from '../private/ipv4';
import { allOrNone, member } from '../private/located';
import { connectionsOf, onPremOf } from '../private/parts';
import type { Rule } from './rule';

/** A VPC in the place of on-prem has a range of on-prem. */
export const peeringInOnPrem: Rule = (draft) => {
  const cidrs = onPremOf(draft).flatMap(({ value }) => allOrNone(value.cidrs));
  return connectionsOf(draft, 'peering')
    .flatMap((peering) => member(peering, 'network'))
    .flatMap((network) => member(network, 'cidr'))
    .filter(({ value }) => cidrs.length > 0 && !cidrs.some((cidr) => contains(cidr, value)))
    .map((cidr) => ({ ...cidr, allowed: `a range within ${cidrs.join(', ')}` }));
};
