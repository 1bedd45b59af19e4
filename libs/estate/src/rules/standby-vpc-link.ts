import { member } from '../private/located';
import { scenariosOf } from '../private/parts';
import type { Rule } from './rule';

/** A VPC link that is kept beside the one in use is of the other generation. */
export const standbyVpcLink: Rule = (draft) =>
  scenariosOf(draft).flatMap((scenario) =>
    member(scenario, 'standbyVpcLink')
      .filter(({ value }) => value === scenario.value.vpcLink)
      .map((link) => ({ ...link, allowed: `another generation than vpcLink's ${link.value}` })),
  );
