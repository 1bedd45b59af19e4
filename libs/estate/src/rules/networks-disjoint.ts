import { overlap } from '../private/ipv4';
import { conflicts, member } from '../private/located';
import { onPremCidrsOf, ownNetworksOf } from '../private/parts';
import type { Rule } from './rule';

/** No two networks of the estate overlap, nor on-prem, so that they can be connected in any way later. */
export const networksDisjoint: Rule = (draft) => {
  const cidrs = [
    ...ownNetworksOf(draft).flatMap((network) => member(network, 'cidr')),
    ...onPremCidrsOf(draft),
  ];
  return conflicts(cidrs, overlap).map(({ earlier, later }) => ({
    ...later,
    allowed: `a range that does not overlap ${earlier.value} at ${earlier.path}`,
  }));
};
