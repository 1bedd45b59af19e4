import type { NetworkInterface } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import type { Party } from '../party';
import { among, candidates } from './candidates';
import { groupSteps } from './groups';
import type { Model } from './model';
import { placeOf } from './place';
import { replyTold } from './return-path';
import { type Road, roads } from './roads';
import { blockingStep, passing, perhapsAll, type Step, type Tell, unknownStep } from './step';
import { Translation } from './translation';

/** One way to go there and back, with what every component on it does. */
export interface Trip {
  /** What gets there. */
  readonly oneWay: Passage;
  /** What gets there and is answered, or need not be. */
  readonly bothWays: Passage;
  /** For each way back, what all the steps there and back do with a request. */
  readonly chains: () => readonly (readonly Tell[])[];
}

/**
 * The trips that packets make, or may make, from one party to another.
 *
 * @param translators owners of the interfaces that they have been sent on from
 */
export function trips(
  model: Model,
  from: Party,
  to: Party,
  translators: readonly string[] = [],
): readonly Trip[] {
  const [senders, receivers] = [candidates(model, from), candidates(model, to)];
  if (senders.length > 0 || receivers.length > 0) {
    return (senders.length > 0 ? senders : [from]).flatMap((sender) =>
      (receivers.length > 0 ? receivers : [to]).flatMap((receiver) =>
        trips(model, sender, receiver, translators).map((trip) => among(trip, sender, receiver)),
      ),
    );
  }
  const [start, goal] = [placeOf(model, from), placeOf(model, to)];
  if (start === undefined || goal === undefined) {
    return [unknownTrip([...(start ? [] : [from]), ...(goal ? [] : [to])])];
  }
  const known = roads(model, start, goal, (by) => placeOf(model, partyOf(by)));
  return known.flatMap((road) => {
    const { end } = road.there;
    if (end.kind !== 'translated') return [direct(model, from, to, road)];
    return [behind(model, from, to, road, beyond(model, end.by, to, translators))];
  });
}

function direct(model: Model, from: Party, to: Party, road: Road): Trip {
  const { there } = road;
  const sending = sendingSteps(model, from, to, road);
  const receiving =
    to.kind === 'interface'
      ? groupSteps(model, to.interface, 'ingress', from, there.naming.ingress)
      : [];
  const groups = passing([...sending, ...receiving]);
  return {
    oneWay: groups.intersection(road.oneWay),
    bothWays: groups.intersection(road.bothWays),
    chains: () => chainsOf([...sending, ...there.steps, ...receiving].map(toTell), road),
  };
}

/** What becomes of packets that are sent on from another address, as they are before. */
function beyond(
  model: Model,
  by: NetworkInterface,
  to: Party,
  translators: readonly string[],
): Trip {
  const translate = (): Trip => {
    const onward = translators.includes(by.owner)
      ? [circle(by)]
      : trips(model, partyOf(by), to, [...translators, by.owner]);
    const translation = new Translation(by);
    const bothWays = Passage.NONE.union(...onward.map((trip) => trip.bothWays));
    const oneWay = Passage.NONE.union(...onward.map((trip) => trip.oneWay));
    const translated =
      (tell: Tell): Tell =>
      (packet) =>
        tell(translation.example(packet, bothWays));
    return {
      oneWay: translation.before(oneWay),
      bothWays: translation.before(bothWays),
      chains: () => onward.flatMap((trip) => trip.chains()).map((chain) => chain.map(translated)),
    };
  };
  return to.kind === 'outside' && !by.filtered
    ? model.once(`beyond ${by.owner} ${translators.join()} ${to.zone}`, translate)
    : translate();
}

/** To what sends it on, and back from there. */
function behind(model: Model, from: Party, to: Party, road: Road, onward: Trip): Trip {
  const sending = sendingSteps(model, from, to, road);
  const groups = passing(sending);
  const first = [...sending, ...road.there.steps].map(toTell);
  return {
    oneWay: groups.intersection(road.oneWay).intersection(onward.oneWay),
    bothWays: groups.intersection(road.bothWays).intersection(onward.bothWays),
    chains: () => onward.chains().flatMap((chain) => chainsOf([...first, ...chain], road)),
  };
}

function sendingSteps(model: Model, from: Party, to: Party, { there }: Road): readonly Step[] {
  return from.kind === 'interface'
    ? groupSteps(model, from.interface, 'egress', to, there.naming.egress)
    : [];
}

function chainsOf(there: readonly Tell[], { back }: Road): readonly (readonly Tell[])[] {
  return back.length === 0
    ? [there]
    : back.map(({ steps }) => [...there, ...steps.map(toTell).map(replyTold)]);
}

function toTell({ hop }: Step): Tell {
  return hop;
}

function circle(by: NetworkInterface): Trip {
  const { hop } = blockingStep(
    { kind: 'nat gateway', component: by },
    { detail: 'sends it in a circle' },
  );
  return { oneWay: Passage.NONE, bothWays: Passage.NONE, chains: () => [[hop]] };
}

function unknownTrip(parties: readonly Party[]): Trip {
  const interfaces = parties.flatMap((party) =>
    party.kind === 'interface' ? [party.interface] : [],
  );
  const facts = interfaces.map(({ name }) => `subnet of ${name}`);
  const passes = perhapsAll(facts);
  const tells = interfaces.map(
    (component) => unknownStep({ kind: 'interface', component }, 'may be anywhere', ...facts).hop,
  );
  return { oneWay: passes, bothWays: passes, chains: () => [tells] };
}

function partyOf(of: NetworkInterface): Party {
  return { kind: 'interface', interface: of };
}
