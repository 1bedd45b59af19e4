import { AddressSet } from '@culvert/packet-set';
import { or } from '@culvert/symbolic';
import type { Party } from '../party';
import type { Reach, Reacher } from '../reach';
import { addressesOf } from '../relays/addresses-of';
import type { Model } from '../relays/model';
import type { Stop } from '../relays/place';
import { Trail } from '../relays/trail';
import type { Origin, Request } from '../request';
import { enter } from './enter';
import { named } from './named';
import { relayClass } from './reachers';
import { startsOf } from './starts';
import { stopOf } from './stop-of';
import { reachedTraffic } from './traffic';
import { walk, type Walked } from './walk';
import { isEntry, leadsThrough, type Way, waysTo } from './ways';

/** The best of all ways from one origin. */
export function forward(model: Model, request: Request): Reach {
  const { from, to, traffic, via } = request;
  const target = stopOf(model, to, traffic);
  const starts = startsOf(model, from);
  const ways = waysTo(model, target);
  const tried = ways.flatMap((way): readonly Tried[] => {
    const walked = tryWay(model, request, starts, way);
    return walked === undefined || !leadsThrough(model, way, walked.trail, via)
      ? []
      : [{ ...walked, way }];
  });
  const { trail, way } = best(tried) ?? { trail: noWay(model, request, target), way: undefined };
  const leaks = or(...tried.map((each) => each.trail.leaks));
  const leaking = tried.find((each) => each.trail.leaks.value === leaks.value)?.trail;
  return {
    from: reacherOf(model, from, starts),
    get traffic() {
      return way === undefined || way.links.length > 0
        ? (way?.links.at(-1)?.traffic ?? target.traffic)
        : reachedTraffic(model, starts, way.entry);
    },
    passes: trail.passes,
    leaks,
    get hops() {
      return trail.hops;
    },
    get leakingHops() {
      return leaking?.leakingHops ?? [];
    },
    via: way?.via ?? [],
  };
}

interface Tried extends Walked {
  readonly way: Way;
}

/** One that passes, else may, else leaks; of those that are blocked the one that came farthest. */
function best(tried: readonly Tried[]): Tried | undefined {
  const [first, ...others] = tried;
  return first && others.reduce((one, other) => (compare(other, one) > 0 ? other : one), first);
}

function compare(one: Tried, other: Tried): number {
  const scores = [one, other].map(({ trail, reached, way }) => [
    trail.rank,
    ...(trail.isBlocked ? [reached, Number(isRouted(trail)), way.links.length] : []),
  ]);
  const [own = [], others = []] = scores;
  const at = own.findIndex((score, index) => score !== others[index]);
  return at < 0 ? 0 : (own[at] ?? 0) - (others[at] ?? 0);
}

/** Whether something else than the lack of a route blocks it. */
function isRouted({ hops }: Trail): boolean {
  return hops.at(-1)?.kind !== 'route';
}

/** Undefined for a way on which the origin cannot begin. */
function tryWay(
  model: Model,
  request: Request,
  starts: readonly Party[],
  way: Way,
): Walked | undefined {
  const { from } = request;
  const at = from.kind === 'component' ? startingAt(way, from.id) : undefined;
  if (at !== undefined) {
    return walk(way.links.slice(at), starts, request);
  }
  if (!isEntry(way.entry) || starts.length === 0 || isRelay(model, from)) {
    return undefined;
  }
  const start = named(model, starts, request.http?.host, way.entry).then(() =>
    enter(model, starts, way.entry),
  );
  return walk(way.links, starts, request, start);
}

/** Where on the way the component passes it on. */
function startingAt({ links }: Way, id: string): number | undefined {
  const at = links.findIndex(({ from, through }) => from.place.id === id || through.includes(id));
  return at < 0 ? undefined : at;
}

/** Relays send only what they pass on. */
function isRelay(model: Model, from: Origin): boolean {
  return from.kind === 'component' && model.isRelay(from.id);
}

function noWay(model: Model, { from, via = [] }: Request, { place }: Stop): Trail {
  const name = from.kind === 'component' ? model.nameOf(from.id) : undefined;
  const through = via.length === 0 ? '' : ` through ${via.join(', ')}`;
  return Trail.blocked({
    kind: 'interface',
    component: name ?? ('id' in from ? from.id : from.kind),
    detail: `has no way to ${model.nameOf(place.id)}${through}`,
  });
}

function reacherOf(model: Model, from: Origin, starts: readonly Party[]): Reacher {
  const addresses = AddressSet.NONE.union(...starts.map(addressesOf));
  const none = { owners: [], groups: [], addresses } as const;
  switch (from.kind) {
    case 'component':
      return isRelay(model, from)
        ? relayClass(model, from.id).reacher
        : { ...relayClass(model, from.id).reacher, kind: 'interfaces' };
    case 'group': {
      const label = model.network.securityGroups.get(from.id)?.name ?? from.id;
      return { ...none, kind: 'group', label, groups: [from.id] };
    }
    case 'subnet':
      return { ...none, kind: 'subnet', label: from.id, subnet: from.id };
    case 'vpc':
      return { ...none, kind: 'subnet', label: from.id, vpc: from.id };
    case 'addresses':
      return { ...none, kind: 'subnet', label: String(from.addresses) };
    default:
      return { ...none, kind: from.kind, label: from.kind };
  }
}
