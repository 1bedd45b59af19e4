import type { Route } from '@culvert/packet-filter';
import { isUnknown } from '@culvert/symbolic';
import { unknownAddresses } from './address';

/** The facts for want of which it cannot be told what routes take, by name and sorted. */
export function missingOfRoutes(routes: readonly Route[]): readonly string[] {
  const facts = routes.flatMap(({ destination }) => {
    if (typeof destination === 'string' || isUnknown(destination)) {
      return unknownAddresses([destination]);
    }
    const { addresses } = destination;
    return isUnknown(addresses) ? addresses.unknown : unknownAddresses(addresses);
  });
  return [...new Set(facts)].sort();
}
