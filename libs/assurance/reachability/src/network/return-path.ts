import { answered, Passage, replyTo } from '@culvert/packet-filter';
import { repliesThrough } from './from-internet';
import type { Model } from './model';
import type { Place } from './place';
import { blockingStep, type Decider, type Step, type Tell, unknownStep } from './step';
import { passageOfWay, type Way } from './way';
import { waysBetween } from './ways';

/** The ways of the replies to what went one way, back to where it came from. */
export function waysBack(model: Model, from: Place, there: Way, to: Place): readonly Way[] {
  const { end } = there;
  if (end.kind === 'lost') return [];
  // On a way that is not known something may send it on from its own address, and take the reply.
  if (end.kind === 'anywhere' && mayTranslate(model, to)) {
    return [{ steps: [], end: { kind: 'arrived' }, naming: there.naming }];
  }
  if (end.kind === 'internet' && end.gateway.egressOnly) {
    return from.kind === 'subnet' ? [repliesThrough(model, from)] : [];
  }
  const start: Place =
    end.kind === 'on-prem' && to.kind !== 'subnet' ? { ...to, behind: end.exit } : to;
  return waysBetween(model, start, from, true)
    .flatMap((back) => fitting(back, from, there))
    .map((back) => meetingMiddleboxes(back, there));
}

function mayTranslate(model: Model, to: Place): boolean {
  const isPrivate = to.kind === 'subnet';
  return model.once(`translators ${isPrivate}`, () =>
    [...model.network.natGateways.values()].some(
      (nat) => !isPrivate || nat.isPublic.value !== true,
    ),
  );
}

/** An appliance keeps connections in mind, and may drop what belongs to none: it must see both ways. */
function meetingMiddleboxes(back: Way, there: Way): Way {
  const [first = [], second = []] = [there.middleboxes, back.middleboxes];
  const once = [...first, ...second].filter(
    (name) => !first.includes(name) || !second.includes(name),
  );
  return once.reduce((way, name) => {
    const fact = `what ${name} makes of one direction only`;
    const decider: Decider = { kind: 'firewall', component: { name, account: '' } };
    return { ...way, steps: [...way.steps, unknownStep(decider, 'sees one direction only', fact)] };
  }, back);
}

/** The way back, if it ends where the connection began. */
function fitting(back: Way, from: Place, there: Way): readonly Way[] {
  const { end } = back;
  switch (end.kind) {
    case 'translated':
      return end.sure
        ? ending(
            back,
            blockingStep(translator(end.by), {
              detail: 'takes no part in the connection: drops the reply',
            }),
          )
        : [];
    case 'internet':
      return end.gateway.egressOnly && from.kind === 'internet'
        ? ending(
            back,
            blockingStep(
              { kind: 'internet gateway', component: end.gateway },
              { detail: 'is for connections from inside' },
            ),
          )
        : [back];
    case 'on-prem': {
      const { entry } = there;
      if (entry === undefined || entry.through === end.exit) return [back];
      const nobody: Decider = { kind: 'outside', component: { name: 'on-prem', account: '' } };
      const fact = `routes on-prem between ${end.name} and ${entry.name}`;
      return ending(back, unknownStep(nobody, 'replies leave by another way', fact));
    }
    default:
      return [back];
  }
}

function ending(way: Way, last: Step): readonly Way[] {
  return [{ ...way, steps: [...way.steps, last] }];
}

function translator(component: Decider['component']): Decider {
  return { kind: 'nat gateway', component };
}

/** The requests whose replies come back by one of the ways. */
export function answeredBy(ways: readonly Way[]): Passage {
  return Passage.NONE.union(...ways.map((way) => answered(passageOfWay(way))));
}

/** What is done with the reply to a request. */
export function replyTold(tell: Tell): Tell {
  return (request) => {
    const reply = replyTo(request);
    const hop = reply && tell(reply);
    return hop && { ...hop, reply: true };
  };
}
