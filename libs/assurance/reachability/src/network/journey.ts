import type { RouteTable, Subnet, TransitGatewayRouteTable } from '@culvert/network-model';
import { Passage, type Route, type Routed } from '@culvert/packet-filter';
import { PacketSet } from '@culvert/packet-set';
import { isUnknown, type Text } from '@culvert/symbolic';
import type { Model } from './model';
import type { Place, SubnetPlace } from './place';
import { type Decider, step, type Step } from './step';
import type { Way } from './way';

/** Packets on their way to a place. */
export interface Journey {
  readonly model: Model;
  /** The place that they come from; undefined outside the VPCs. */
  readonly sender: SubnetPlace | undefined;
  readonly goal: Place;
  /** Where they have been: subnets and route tables of Transit Gateways. */
  readonly seen: ReadonlySet<string>;
  /** The ways from a subnet on. */
  readonly departures: (journey: Journey, subnet: Subnet) => readonly Way[];
}

/** Where they are: in a VPC, in a subnet unless a gateway has just brought them in. */
export interface Position {
  readonly vpc: string;
  readonly account: Text;
  readonly subnet?: Subnet;
}

export function visiting(journey: Journey, place: string): Journey {
  return { ...journey, seen: new Set([...journey.seen, place]) };
}

/** What a route leads to, for what it takes of the goal. */
export interface Turn {
  readonly route: Route | undefined;
  readonly step: Step;
  /** Speaks for the table. */
  readonly decider: Decider;
}

/** The routes that packets to the goal take, or may take. */
export function turns(
  { model, goal }: Journey,
  table: RouteTable | TransitGatewayRouteTable,
  decider: Decider,
): readonly Turn[] {
  const facts = table.routes.flatMap(({ destination }) => {
    if (typeof destination === 'string') return [];
    if (isUnknown(destination)) return [destination.unknown];
    const { addresses } = destination;
    return isUnknown(addresses)
      ? [addresses.unknown]
      : addresses.flatMap((each) => (typeof each === 'string' ? [] : [each.unknown]));
  });
  return model
    .routed(table)
    .filter(({ perhaps }) => !perhaps.intersection(goal.addresses).isEmpty)
    .map((taken) => ({
      route: taken.route,
      decider,
      step: turnStep(table, taken, facts, decider),
    }));
}

function turnStep(
  { missing, name }: RouteTable | TransitGatewayRouteTable,
  { route, surely, perhaps }: Routed,
  facts: readonly string[],
  decider: Decider,
): Step {
  const possible = PacketSet.of({ destinations: perhaps });
  const sure = missing.length > 0 ? PacketSet.NONE : PacketSet.of({ destinations: surely });
  const ambiguity = facts.length > 0 ? facts : [`which route of ${name} AWS prefers`];
  const passes = new Passage(sure, possible, [
    {
      packets: possible.difference(sure),
      missing: missing.length > 0 ? missing : ambiguity,
    },
  ]);
  if (route?.target === undefined) {
    return step(decider, passes, () => ({ detail: '' }));
  }
  const { target, destination, name: rule } = route;
  const detail = `sends ${destinationText(destination)} to ${target}`;
  return step(decider, passes, () => ({ detail, rule }));
}

export function destinationText(destination: Route['destination']): string {
  if (typeof destination === 'string') return destination;
  return isUnknown(destination) ? destination.unknown : destination.name;
}
