import { conflicts, member, members } from '../private/located';
import { networksOf, subnetListsOf } from '../private/parts';
import type { Rule } from './rule';

/** A network has one subnet of a kind per Availability Zone, so two subnets are two zones. */
export const azIdsDistinct: Rule = (draft) =>
  networksOf(draft)
    .flatMap((network) => subnetListsOf(draft, network))
    .flatMap((subnets) => {
      const azIds = members(subnets).flatMap((subnet) => member(subnet, 'azId'));
      return conflicts(azIds, (one, other) => one === other).map(({ earlier, later }) => ({
        ...later,
        allowed: `a zone that is not at ${earlier.path} too`,
      }));
    });
