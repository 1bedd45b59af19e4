import type { Party } from '../party';
import type { Request } from '../request';
import type { Arrival, Link } from '../relays/place';
import { Trail } from '../relays/trail';

/** What is asked, besides who and what. */
export type Asking = Pick<Request, 'http' | 'as' | 'authorized'>;

/** What became of it, and how many of the relays it came to. */
export interface Walked {
  readonly trail: Trail;
  readonly reached: number;
}

/** Through all of the links, beginning with what comes to the first. */
export function walk(
  links: readonly Link[],
  senders: readonly Party[],
  { http = {}, as = 'anonymous', authorized = false }: Asking,
  start: Trail = Trail.START,
): Walked {
  let arrival: Arrival = { senders, http, caller: as, authorized };
  let trail = start;
  let reached = 0;
  for (const link of links) {
    trail = trail.then(() => {
      reached += 1;
      const onward = link.pass(arrival);
      arrival = onward.arrival;
      return onward.trail;
    });
  }
  return { trail, reached };
}
