import { AddressSet } from '@culvert/packet-set';
import type { Reach, Reacher } from '../reach';
import type { Request } from '../request';
import type { Party } from '../party';
import { byKey } from '../relays/by-key';
import type { Model } from '../relays/model';
import type { Place } from '../relays/place';
import type { Trail } from '../relays/trail';
import { Admission } from './admission';
import { enter } from './enter';
import { named } from './named';
import { outsideParts, together } from './outside-parts';
import { apart, type Class } from './reachers';
import { stopOf } from './stop-of';
import { reachedTraffic } from './traffic';
import { walk } from './walk';
import { isEntry, leadsThrough, type Way, waysTo } from './ways';

/** All classes of origins. */
export interface Classes {
  readonly inside: readonly Class[];
  readonly outside: readonly Class[];
}

/** All who reach the target, by each way. */
export function backward(
  model: Model,
  request: Omit<Request, 'from'>,
  { inside, outside }: Classes,
): readonly Reach[] {
  const { to, traffic } = request;
  const asking = { as: 'any', ...request } as const;
  const ways = waysTo(model, stopOf(model, to, traffic));
  return ways.flatMap((way) => {
    if (way.entry.place.kind === 'elsewhere') {
      const trail = walk(way.links, [], asking).trail;
      return trail.leaks.value === false
        ? []
        : [told(model, way, elsewhere(way.entry.place), trail)];
    }
    if (!isEntry(way.entry)) {
      return [];
    }
    const admission = Admission.at(model, way.entry);
    const mayEnter = inside.filter(
      ({ reacher }) => admission.names(reacher.groups) || admission.admits(reacher.addresses),
    );
    return [...mayEnter, ...outside].flatMap((each) => reachOf(model, asking, way, each));
  });
}

type Asking = Omit<Request, 'from'>;

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
  const trail = trailOf(model, asking, way, others);
  const reaching = { reacher, parties: others };
  if (trail.leaks.value === false || !leadsThrough(model, way, trail, asking.via)) {
    return [];
  }
  // Some of them may, and others may not.
  if (trail.passes.value !== true && reacher.owners.length > 1) {
    return apart(reaching).flatMap((each) => reachOf(model, asking, way, each));
  }
  const parts = trail.passes.value === true ? [] : partsThatReach(model, asking, way, reaching);
  return parts.length > 0 ? parts : [told(model, way, reaching, trail)];
}

/** Of what is outside, the part that surely reaches it and the part that may; none when it is all one. */
function partsThatReach(model: Model, asking: Asking, way: Way, whole: Class): readonly Reach[] {
  const parts = outsideParts(model, whole).map((part) => ({
    part,
    trail: trailOf(model, asking, way, part.parties),
  }));
  const alike = byKey(
    parts.filter(({ trail }) => trail.leaks.value !== false),
    ({ trail }) => [`${trail.passes.value} ${trail.leaks.value}`],
  );
  return [...alike.values()].map((some) => {
    const all = together(
      some.map(({ part }) => part),
      whole,
    );
    return told(model, way, all, trailOf(model, asking, way, all.parties));
  });
}

function trailOf(model: Model, asking: Asking, way: Way, parties: readonly Party[]): Trail {
  const start = named(model, parties, asking.http?.host, way.entry).then(() =>
    enter(model, parties, way.entry),
  );
  return walk(way.links, parties, asking, start).trail;
}

function told(model: Model, way: Way, { reacher, parties }: Class, trail: Trail): Reach {
  const target = way.links.at(-1);
  return {
    from: reacher,
    get traffic() {
      return target?.traffic ?? reachedTraffic(model, parties, way.entry);
    },
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

function elsewhere({ id }: Place): Class {
  const reacher: Reacher = {
    kind: 'elsewhere',
    label: id,
    owners: [],
    groups: [],
    addresses: AddressSet.NONE,
  };
  return { reacher, parties: [] };
}
