import { asnsOf } from '../private/asns';
import { conflicts } from '../private/located';
import type { Rule } from './rule';

/**
 * No two gateways have the same ASN: BGP takes a route with its own ASN in the path for a loop.
 * @see https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html
 */
export const asnsDistinct: Rule = (draft) =>
  conflicts(asnsOf(draft), (one, other) => one === other).map(({ earlier, later }) => ({
    ...later,
    allowed: `an ASN that is not at ${earlier.path} too`,
  }));
