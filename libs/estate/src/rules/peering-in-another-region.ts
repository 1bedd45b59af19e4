import { member } from '../private/located';
import { connectionsOf } from '../private/parts';
import type { Rule } from './rule';

/** A VPC in the place of on-prem is in another Region than the estate. */
export const peeringInAnotherRegion: Rule = (draft) =>
  connectionsOf(draft, 'peering')
    .flatMap((peering) => member(peering, 'region'))
    .filter(({ value }) => value === draft.region)
    .map((region) => ({ ...region, allowed: `another Region than the estate's ${draft.region}` }));
