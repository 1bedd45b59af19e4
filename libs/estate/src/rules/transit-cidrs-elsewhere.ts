import { overlap, prefixLength } from '../private/ipv4';
import { transitCidrsOf } from '../private/okta-parts';
import type { Rule } from './rule';

/**
 * What is behind a Transit Gateway is not in the caller's network, whose own route for its addresses
 * cannot be overridden, and is not every address there is.
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-tgw
 */
export const transitCidrsElsewhere: Rule = (draft) => {
  const own = draft.oktaCaller?.caller?.network?.cidr;
  const ranges = transitCidrsOf(draft);
  return [
    ...ranges
      .filter(({ value }) => prefixLength(value) === 0)
      .map((cidr) => ({ ...cidr, allowed: 'a range that is not every address there is' })),
    ...ranges
      .filter(({ value }) => prefixLength(value) > 0 && own !== undefined && overlap(own, value))
      .map((cidr) => ({ ...cidr, allowed: `a range outside the caller's network ${own}` })),
  ];
};
