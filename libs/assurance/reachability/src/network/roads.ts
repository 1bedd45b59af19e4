import type { NetworkInterface } from '@culvert/network-model';
import type { Passage } from '@culvert/packet-filter';
import type { Model } from './model';
import { betweenKey, type Place } from './place';
import { answeredBy, waysBack } from './return-path';
import { passageOfWay, type Way } from './way';
import { waysBetween } from './ways';

/** A way there, and the ways back. */
export interface Road {
  readonly there: Way;
  readonly back: readonly Way[];
  /** What gets there. */
  readonly oneWay: Passage;
  /** What gets there and is answered, or need not be. */
  readonly bothWays: Passage;
}

/**
 * The roads between two places, as routes and network ACLs let packets pass. From what translates on the
 * way, they lead back only.
 */
export function roads(
  model: Model,
  from: Place,
  to: Place,
  placeOf: (translator: NetworkInterface) => Place | undefined,
): readonly Road[] {
  return model.once(`roads ${betweenKey(from, to)}`, () =>
    waysBetween(model, from, to).map((there) => {
      const { end } = there;
      const turning = end.kind === 'translated' ? placeOf(end.by) : to;
      const back = turning === undefined ? [] : waysBack(model, from, there, turning);
      const oneWay = passageOfWay(there);
      return { there, back, oneWay, bothWays: oneWay.intersection(answeredBy(back)) };
    }),
  );
}
