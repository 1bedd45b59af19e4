import { overlap } from '../private/ipv4';
import { conflicts, member, networksOf } from '../private/located';
import type { Rule } from './rule';

/** No two networks of the estate overlap, so that they can be connected in any way later. */
export const networksDisjoint: Rule = (draft) => {
  const cidrs = networksOf(draft).flatMap((network) => member(network, 'cidr'));
  return conflicts(cidrs, overlap).map(({ earlier, later }) => ({
    ...later,
    allowed: `a range that does not overlap ${earlier.value} at ${earlier.path}`,
  }));
};
