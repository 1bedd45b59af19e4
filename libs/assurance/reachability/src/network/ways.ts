import { fromInternet } from './from-internet';
import { fromOnPrem } from './from-on-prem';
import type { Journey } from './journey';
import type { Model } from './model';
import { betweenKey, type Place } from './place';
import { departures } from './vpc-route';
import type { Way } from './way';

/** All the ways that packets go, or may go, from one place to another. */
export function waysBetween(
  model: Model,
  from: Place,
  to: Place,
  replying = false,
): readonly Way[] {
  const behind = from.kind === 'on-prem' ? from.behind : undefined;
  return model.once(`ways ${betweenKey(from, to)} ${behind ?? ''} ${String(replying)}`, () => {
    const sender = from.kind === 'subnet' ? from : undefined;
    const journey: Journey = { model, sender, goal: to, seen: new Set(), replying, departures };
    switch (from.kind) {
      case 'subnet':
        return departures(journey, from.subnet);
      case 'internet':
        return fromInternet(journey);
      case 'on-prem':
        return fromOnPrem(journey, behind);
    }
  });
}
