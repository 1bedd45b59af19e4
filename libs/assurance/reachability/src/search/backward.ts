import type { Reach } from '../reach';
import type { Request } from '../request';
import { partiesAt } from '../relays/arrive';
import { keyOf, type Model } from '../relays/model';
import type { Place } from '../relays/place';
import type { Trail } from '../relays/trail';
import { enter } from './enter';
import { named } from './named';
import { type Class, classesIn, outsideClasses, type SubnetClasses } from './reachers';
import { stopOf } from './stop-of';
import { reachedTraffic } from './traffic';
import { walk } from './walk';
import { isEntry, leadsThrough, type Way, waysTo } from './ways';

/** All who reach the target, by each way. */
export function backward(model: Model, request: Omit<Request, 'from'>): readonly Reach[] {
  const { to, traffic, via } = request;
  const asking = { as: 'any', ...request } as const;
  const ways = waysTo(model, stopOf(model, to, traffic)).filter((way) =>
    leadsThrough(model, way, via),
  );
  const subnets = [...model.network.subnets.values()].map((subnet) => classesIn(model, subnet));
  const outside = outsideClasses(model);
  return ways.flatMap((way) => {
    const reach = (each: Class) => reachOf(model, asking, way, each);
    return isEntry(way.entry)
      ? [...subnets.flatMap((each) => within(model, way, each, reach)), ...outside.flatMap(reach)]
      : [];
  });
}

type Asking = Parameters<typeof walk>[2];

function reachOf(
  model: Model,
  asking: Asking,
  way: Way,
  { reacher, parties }: Class,
): readonly Reach[] {
  const others = parties.filter(
    (party) => party.kind === 'outside' || party.interface.owner !== way.entry.place.id,
  );
  if (others.length === 0) {
    return [];
  }
  const start = named(model, others, asking.http?.host, way.entry).then(() =>
    enter(model, others, way.entry),
  );
  const { trail } = walk(way.links, others, asking, start);
  return trail.leaks.value === false ? [] : [told(model, way, { reacher, parties: others }, trail)];
}

function told(model: Model, way: Way, { reacher, parties }: Class, trail: Trail): Reach {
  const target = way.links.at(-1);
  return {
    from: reacher,
    traffic: target?.traffic ?? reachedTraffic(model, parties, way.entry),
    passes: trail.passes,
    leaks: trail.leaks,
    get hops() {
      return trail.hops;
    },
    get leakingHops() {
      return trail.leakingHops;
    },
    via: way.via,
  };
}

/**
 * The classes of a subnet that may reach the stop. Anything in it can do what its interfaces can, but for
 * what rules allow to the groups that they name.
 */
function within(
  model: Model,
  { entry }: Way,
  { anything, interfaces, groups }: SubnetClasses,
  reach: (each: Class) => readonly Reach[],
): readonly Reach[] {
  const reaches = reach(anything);
  const names = namedAt(model, entry.place);
  const isNamed = ({ reacher }: Class) =>
    names === 'any' || reacher.groups.some((group) => names.has(keyOf(group)));
  const own = reaches.length > 0 ? interfaces : interfaces.filter(isNamed);
  return [...reaches, ...own.flatMap(reach), ...groups.filter(isNamed).flatMap(reach)];
}

/** The groups that rules name which let something in; `any` when they are not all known. */
function namedAt(model: Model, place: Place): ReadonlySet<string> | 'any' {
  const names = new Set<string>();
  for (const party of partiesAt(model, place)) {
    for (const ref of party.kind === 'interface' ? party.interface.groups : []) {
      const group = model.network.securityGroups.get(keyOf(ref));
      if (group === undefined || group.missing.length > 0) {
        return 'any';
      }
      for (const peer of group.ingress.flatMap(({ peers }) => peers)) {
        if (typeof peer === 'object' && 'group' in peer) {
          const name = keyOf(peer.group);
          if (!model.network.securityGroups.has(name)) {
            return 'any';
          }
          names.add(name);
        }
      }
    }
  }
  return names;
}
