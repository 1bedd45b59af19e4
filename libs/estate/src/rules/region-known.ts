import { AZ_IDS } from '../private/az-ids';
import { member } from '../private/located';
import { connectionsOf } from '../private/parts';
import type { Rule } from './rule';

/** A Region is one whose Availability Zones are known. */
export const regionKnown: Rule = (draft) =>
  [{ path: '', value: draft }, ...connectionsOf(draft, 'peering')]
    .flatMap((regional) => member(regional, 'region'))
    .filter(({ value }) => !AZ_IDS.has(value))
    .map((region) => ({ ...region, allowed: `one of ${[...AZ_IDS.keys()].join(', ')}` }));
