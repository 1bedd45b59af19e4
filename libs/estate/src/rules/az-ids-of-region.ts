import { AZ_IDS } from '../private/az-ids';
import { member, networksOf, subnetsOf } from '../private/located';
import type { Rule } from './rule';

/** Every subnet's Availability Zone is one of the Region's. */
export const azIdsOfRegion: Rule = (draft) => {
  const azIds = AZ_IDS.get(draft.region ?? '');
  return networksOf(draft)
    .flatMap(subnetsOf)
    .flatMap((subnet) => member(subnet, 'azId'))
    .filter(({ value }) => azIds !== undefined && !azIds.includes(value))
    .map((azId) => ({ ...azId, allowed: `one of ${azIds?.join(', ')}` }));
};
