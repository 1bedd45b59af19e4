import { overlap } from '../private/ipv4';
import { conflicts, member } from '../private/located';
import { networksOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/** No two subnets of a network overlap. */
export const subnetsDisjoint: Rule = (draft) =>
  networksOf(draft).flatMap((network) => {
    const cidrs = subnetsOf(draft, network).flatMap((subnet) => member(subnet, 'cidr'));
    return conflicts(cidrs, overlap).map(({ earlier, later }) => ({
      ...later,
      allowed: `a range that does not overlap ${earlier.value} at ${earlier.path}`,
    }));
  });
