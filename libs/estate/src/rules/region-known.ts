import { AZ_IDS } from '../private/az-ids';
import { member } from '../private/located';
import type { Rule } from './rule';

/** The estate's Region is one whose Availability Zones are known. */
export const regionKnown: Rule = (draft) =>
  member({ path: '', value: draft }, 'region')
    .filter(({ value }) => !AZ_IDS.has(value))
    .map((region) => ({ ...region, allowed: `one of ${[...AZ_IDS.keys()].join(', ')}` }));
