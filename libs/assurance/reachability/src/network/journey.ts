import type { RouteTable, Subnet, TransitGatewayRouteTable } from '@culvert/network-model';
import {
  type Doubt,
  Passage,
  type Route,
  type Routed,
  type UnknownAddress,
} from '@culvert/packet-filter';
import { AddressSet, PacketSet } from '@culvert/packet-set';
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
  /** Whether they are replies. */
  readonly replying: boolean;
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
  return model
    .routed(table, goal.kind !== 'subnet')
    .filter(({ perhaps }) => !perhaps.intersection(goal.addresses).isEmpty)
    .map((taken) => ({
      route: taken.route,
      decider,
      step: turnStep(model, taken, table, decider),
    }));
}

function turnStep(
  model: Model,
  { route, surely, perhaps }: Routed,
  { routes, name }: RouteTable | TransitGatewayRouteTable,
  decider: Decider,
): Step {
  const sure = PacketSet.of({ destinations: surely });
  const possible = PacketSet.of({ destinations: perhaps });
  const open = perhaps.difference(surely);
  const passes = new Passage(sure, possible, doubtsOf(routes, name, open));
  if (route?.target === undefined) {
    return step(decider, passes, () => ({ detail: '' }));
  }
  const { target, destination, name: rule } = route;
  const detail = `sends ${destinationText(destination)} to ${model.nameOfTarget(target)}`;
  return step(decider, passes, () => ({ detail, rule }));
}

/** Which of the destinations that are not known matter to these addresses; if none, it is AWS's choice. */
function doubtsOf(routes: readonly Route[], table: string, open: AddressSet): readonly Doubt[] {
  const unknown = routes
    .flatMap(({ destination }) => unknownIn(destination))
    .map(({ unknown: fact, within }) => ({
      fact,
      addresses: (within ? AddressSet.of(...within) : AddressSet.ALL).intersection(open),
    }));
  const chosen = open.difference(
    AddressSet.NONE.union(...unknown.map(({ addresses }) => addresses)),
  );
  return [...unknown, { fact: `which route of ${table} AWS prefers`, addresses: chosen }].map(
    ({ fact, addresses }) => ({
      packets: PacketSet.of({ destinations: addresses }),
      missing: [fact],
    }),
  );
}

function unknownIn(destination: Route['destination']): readonly UnknownAddress[] {
  if (typeof destination === 'string') return [];
  if (isUnknown(destination)) return [destination];
  const { addresses } = destination;
  return isUnknown(addresses)
    ? [addresses]
    : addresses.filter((each): each is UnknownAddress => typeof each !== 'string');
}

export function destinationText(destination: Route['destination']): string {
  if (typeof destination === 'string') return destination;
  return isUnknown(destination) ? destination.unknown : destination.name;
}

/** What is missing of a target that is not there: the text says it, if it is words. */
export function factOf(target: string): string {
  return target.includes(' ') ? target : `what ${target} is`;
}
