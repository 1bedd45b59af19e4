import { linksTo } from '../relays';
import type { Model } from '../relays/model';
import type { Link, Place, Stop } from '../relays/place';
import type { Trail } from '../relays/trail';

/** From its first stop to the target, through each link in turn. */
export interface Way {
  readonly entry: Stop;
  readonly links: readonly Link[];
  /** Ids of what is on it, from the first. */
  readonly via: readonly string[];
}

/** All ways that lead to the stop, the shortest first, no component twice on one. */
export function waysTo(model: Model, target: Stop): readonly Way[] {
  const ways: Way[] = [{ entry: target, links: [], via: [] }];
  // Grows while it is walked through: breadth first.
  for (const way of ways) {
    const passed = new Set([...way.via, componentAt(target.place)]);
    for (const link of linksTo(model, way.entry)) {
      const via = [componentAt(link.from.place), ...link.through].filter((id) => id !== undefined);
      if (!via.some((id) => passed.has(id))) {
        ways.push({ entry: link.from, links: [link, ...way.links], via: [...via, ...way.via] });
      }
    }
  }
  return ways;
}

/** Whether somebody may send packets to the place. */
export function isEntry({ place: { kind } }: Stop): boolean {
  return kind !== 'api' && kind !== 'function' && kind !== 'resource';
}

/** The component that passes on what comes to the place; none for services of AWS. */
export function componentAt(place: Place): string | undefined {
  return place.kind === 'aws' ? undefined : place.id;
}

/**
 * Whether the way leads through all of these, called by id or by Terraform's name: relays, and other
 * components that its trail tells of. What blocks before it gets there may have led there.
 */
export function leadsThrough(
  model: Model,
  { via }: Way,
  trail: Trail,
  names: readonly string[] = [],
): boolean {
  const relays = new Set(via.flatMap((id) => [id, model.nameOf(id)]));
  const others = names.filter((name) => !relays.has(name));
  if (others.length === 0 || trail.isBlocked) {
    return !others.some((name) => model.isRelay(name));
  }
  const passed = new Set(trail.hops.map(({ component }) => component));
  return others.every((name) => passed.has(name) || passed.has(model.nameOf(name)));
}
