import { conflicts, member } from '../private/located';
import { transitOf } from '../private/okta-parts';
import type { Rule } from './rule';

/** The internal API and the proxy are behind one Transit Gateway. */
export const oneTransitGateway: Rule = (draft) =>
  conflicts(
    transitOf(draft).flatMap((it) => member(it, 'transitGatewayId')),
    (one, other) => one !== other,
  ).map(({ earlier, later }) => ({
    ...later,
    allowed: `${earlier.value}, as at ${earlier.path}`,
  }));
