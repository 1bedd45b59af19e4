import { conflicts, member } from '../private/located';
import { networksOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/** A network has one subnet per Availability Zone, so two subnets are two zones. */
export const azIdsDistinct: Rule = (draft) =>
  networksOf(draft).flatMap((network) => {
    const azIds = subnetsOf(network).flatMap((subnet) => member(subnet, 'azId'));
    return conflicts(azIds, (one, other) => one === other).map(({ earlier, later }) => ({
      ...later,
      allowed: `a zone that is not at ${earlier.path} too`,
    }));
  });
