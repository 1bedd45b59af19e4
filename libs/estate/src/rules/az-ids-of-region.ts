import { AZ_IDS } from '../private/az-ids';
import { member } from '../private/located';
import { networksOf, subnetsOf } from '../private/parts';
import type { Rule } from './rule';

/** Every subnet's Availability Zone is one of its network's Region. */
export const azIdsOfRegion: Rule = (draft) =>
  networksOf(draft).flatMap((network) => {
    const azIds = AZ_IDS.get(network.region ?? '');
    return subnetsOf(draft, network)
      .flatMap((subnet) => member(subnet, 'azId'))
      .filter(({ value }) => azIds !== undefined && !azIds.includes(value))
      .map((azId) => ({ ...azId, allowed: `one of ${azIds?.join(', ')}` }));
  });
