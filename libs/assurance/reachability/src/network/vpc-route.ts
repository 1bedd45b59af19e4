import type { RouteTable, Subnet } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { TRUE } from '@culvert/symbolic';
import { aclStep } from './acls';
import { alikeSubnets } from './alike-subnets';
import { throughInternetGateway } from './internet';
import {
  destinationText,
  factOf,
  type Journey,
  type Position,
  type Turn,
  turns,
  visiting,
} from './journey';
import { throughAppliance, throughEndpoint } from './middlebox';
import { throughNatGateway } from './nat';
import { found, type Model, nameOf } from './model';
import { throughVpnGateway } from './on-prem';
import { throughPeering } from './peering';
import { type Decider, factStep, step, type Step } from './step';
import { toTransitGateway } from './transit-gateway';
import { after, anywhere, lost, NAMED, type Way } from './way';

/** The ways from a subnet: one for each route that leads, or may lead, to the goal. */
export function departures(journey: Journey, subnet: Subnet): readonly Way[] {
  const { model, goal, seen } = journey;
  if (goal.kind === 'subnet' && goal.subnet.id === subnet.id) {
    return [{ steps: [], end: { kind: 'arrived' }, naming: NAMED }];
  }
  const out = aclStep(model, subnet, 'egress');
  const here: Decider = { kind: 'route', component: subnet, vpc: subnet.vpc };
  if (seen.has(subnet.id)) {
    return lost(here, { detail: 'sends it in a circle' });
  }
  const table = found(model.network.routeTables, subnet.routeTable);
  if (table === undefined) {
    return after([out], anywhere(here, 'where it leads', `route table of ${subnet.name}`));
  }
  const position: Position = { vpc: subnet.vpc, account: subnet.account, subnet };
  return byTable(visiting(journey, subnet.id), position, table).map(({ turn, way }) => ({
    ...way,
    steps: [
      ...(way.within === true ? [] : [out]),
      tableStep(model, subnet, table, turn),
      turn.step,
      ...way.steps,
    ],
    within: false,
  }));
}

/** What gives the subnet that packets come from its route table, where a resource does and it matters. */
function tableStep(model: Model, subnet: Subnet, { name }: RouteTable, { route }: Turn): Step {
  const decider: Decider = { kind: 'route', component: subnet, vpc: subnet.vpc };
  return step(decider, Passage.ALL, ({ source }) => {
    const { subnets } = alikeSubnets(model, subnet);
    const own = subnets.find(({ ranges }) => ranges.contains(source)) ?? subnet;
    const rule = own.routeTableAssociation;
    return rule === undefined || route?.target === 'local'
      ? { detail: '' }
      : { detail: `has ${name}`, rule, component: own.name };
  });
}

/** The ways of what a gateway brings into a VPC: locally, unless it has a route table. */
export function arrivals(
  journey: Journey,
  vpc: string,
  gateway: {
    readonly routeTable?: RouteTable['id'] | undefined;
    readonly routeTableAssociation?: string;
  } & Decider['component'],
): readonly Way[] {
  const { model } = journey;
  const position: Position = { vpc, account: gateway.account };
  if (gateway.routeTable === undefined) {
    return deliver(journey, position);
  }
  const decider: Decider = { kind: 'route', component: gateway, vpc };
  const table = model.network.routeTables.get(gateway.routeTable);
  if (table === undefined) {
    return anywhere(decider, 'where it leads', `route table of ${gateway.name}`);
  }
  const words = { unknown: `has ${table.name}` };
  const given = factStep(decider, TRUE, words, gateway.routeTableAssociation);
  return byTable(journey, position, table).map(({ turn, way }) => ({
    ...way,
    steps: [given, turn.step, ...way.steps],
  }));
}

function byTable(journey: Journey, position: Position, table: RouteTable) {
  const decider: Decider = { kind: 'route', component: table, vpc: position.vpc };
  return turns(journey, table, decider).flatMap((turn) =>
    beyond(journey, position, turn).map((way) => ({ turn, way })),
  );
}

function beyond(journey: Journey, position: Position, turn: Turn): readonly Way[] {
  const { route, decider } = turn;
  if (route === undefined) {
    return lost(decider, ({ destination }) => ({ detail: `has no route to ${destination}` }));
  }
  const { target, name: rule } = route;
  if (target === undefined) {
    return lost(decider, {
      detail: `drops what is for ${destinationText(route.destination)}: a blackhole`,
      rule,
    });
  }
  return target === 'local'
    ? deliver(journey, position)
    : throughTarget(journey, position, target, decider);
}

/** Into the goal's subnet, if it is in the VPC. */
function deliver({ model, goal }: Journey, { vpc, account }: Position): readonly Way[] {
  const name = nameOf(model.network.vpcs, vpc);
  if (goal.kind !== 'subnet' || goal.subnet.vpc !== vpc) {
    const decider: Decider = { kind: 'route', component: { name, account }, vpc };
    return lost(decider, { detail: `stays in ${name}, which has the addresses itself` });
  }
  const steps = [aclStep(model, goal.subnet, 'ingress')];
  return [{ steps, end: { kind: 'arrived' }, naming: NAMED }];
}

function throughTarget(
  journey: Journey,
  position: Position,
  target: string,
  decider: Decider,
): readonly Way[] {
  const { network } = journey.model;
  const peering = network.peerings.get(target);
  if (peering) return throughPeering(journey, position, peering);
  if (network.transitGateways.has(target)) return toTransitGateway(journey, position, target);
  const nat = network.natGateways.get(target);
  if (nat) return throughNatGateway(journey, position, nat);
  const internetGateway = network.internetGateways.get(target);
  if (internetGateway) return throughInternetGateway(journey, position, internetGateway);
  const vpnGateway = network.vpnGateways.get(target);
  if (vpnGateway) return throughVpnGateway(journey, position, vpnGateway);
  const endpoint = network.endpoints.get(target);
  if (endpoint) return throughEndpoint(journey, position, endpoint);
  const appliance = network.interfaces.get(target) ?? journey.model.interfacesOf(target)[0];
  if (appliance) return throughAppliance(journey, position, appliance);
  return anywhere(decider, `leads to ${target}`, factOf(target));
}
