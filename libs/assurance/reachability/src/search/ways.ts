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

/**
 * All ways that lead to the stop, the shortest first, and none in a circle. Of ways of which it is not
 * known whether they are any, those will do that lead through something else than the ways before.
 */
export function waysTo(model: Model, target: Stop): readonly Way[] {
  const first: Path = {
    entry: target,
    links: [],
    via: [],
    stops: [keyOfStop(target)],
    isSure: true,
  };
  const paths = [first];
  const found = new Set<string>();
  // Grows while it is walked through: breadth first.
  for (const path of paths) {
    for (const link of linksTo(model, path.entry)) {
      const key = keyOfStop(link.from);
      const isSure = path.isSure && link.isDoubtful !== true;
      if (!path.stops.includes(key) && (isSure || !found.has(key))) {
        found.add(key);
        const via = [componentAt(link.from.place), ...link.through].filter(
          (id) => id !== undefined,
        );
        paths.push({
          entry: link.from,
          links: [link, ...path.links],
          via: [...via, ...path.via],
          stops: [key, ...path.stops],
          isSure,
        });
      }
    }
  }
  return paths;
}

interface Path extends Way {
  readonly stops: readonly string[];
  /** Whether nothing on it is in doubt. */
  readonly isSure: boolean;
}

/** A load balancer may lead to another port of its own. */
function keyOfStop({ place, traffic }: Stop): string {
  const ports = place.kind === 'interfaces' ? JSON.stringify(traffic.ports ?? []) : '';
  return `${place.kind} ${place.id} ${ports}`;
}

/** Whether somebody may send packets to the place. */
export function isEntry({ place: { kind } }: Stop): boolean {
  return !['api', 'function', 'resource', 'elsewhere'].includes(kind);
}

/** The component that passes on what comes to the place; none for services of AWS. */
export function componentAt(place: Place): string | undefined {
  return place.kind === 'aws' || place.kind === 'elsewhere' ? undefined : place.id;
}

/**
 * Whether the way leads through all of these, called by id or by Terraform's name: relays, and other
 * components that its trail tells of. What blocks before it gets there may have led there, and so may what
 * is not known to lead anywhere else.
 */
export function leadsThrough(
  model: Model,
  { via }: Way,
  trail: Trail,
  names: readonly string[] = [],
): boolean {
  const relays = new Set(via.flatMap((id) => [id, model.nameOf(id)]));
  const others = names.filter((name) => !relays.has(name));
  const isOpen = trail.hops.some(({ kind, effect }) => effect === 'unknown' && LEADING.has(kind));
  if (others.length === 0 || trail.isBlocked || isOpen) {
    return !others.some((name) => model.isRelay(name));
  }
  const passed = new Set(
    trail.hops.flatMap(({ component }) => [component, ...model.ownersNamed(component)]),
  );
  return others.every((name) => passed.has(name) || passed.has(model.nameOf(name)));
}

const LEADING: ReadonlySet<string> = new Set(['route', 'transit gateway', 'internet gateway']);
