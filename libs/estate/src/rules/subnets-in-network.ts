import { contains } from '../private/ipv4';
import { member } from '../private/located';
import { networksOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/** A subnet's range is within its network's. */
export const subnetsInNetwork: Rule = (draft) =>
  networksOf(draft).flatMap((network) => {
    const { cidr: outer } = network.value;
    return subnetsOf(draft, network)
      .flatMap((subnet) => member(subnet, 'cidr'))
      .filter(({ value }) => outer !== undefined && !contains(outer, value))
      .map((cidr) => ({ ...cidr, allowed: `a range within the network's ${outer}` }));
  });
