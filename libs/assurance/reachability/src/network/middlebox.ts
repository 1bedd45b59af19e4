import type { Component, Endpoint, NetworkInterface, Subnet } from '@culvert/network-model';
import { missingFacts } from '@culvert/symbolic';
import { aclStep } from './acls';
import type { Journey, Position } from './journey';
import type { HopKind } from '../hop';
import { type Decider, type Step, unknownStep } from './step';
import { after, anywhere, lost, UNNAMED, type Way } from './way';

/** To an endpoint of a firewall or another appliance, which sends on what it lets pass. */
export function throughEndpoint(
  journey: Journey,
  position: Position,
  endpoint: Endpoint,
): readonly Way[] {
  const { model } = journey;
  const decider: Decider = { kind: 'firewall', component: endpoint, vpc: position.vpc };
  if (endpoint.kind === 'Gateway') {
    const gateway: Decider = { ...decider, kind: 'endpoint' };
    return lost(gateway, { detail: 'leads to a service of AWS' });
  }
  const [own] = model.interfacesOf(endpoint.id);
  const subnet = own && model.subnet(own.subnet);
  return subnet
    ? through(journey, position, endpoint, subnet, 'firewall')
    : anywhere(decider, 'may let it pass', `what ${endpoint.name} lets pass`);
}

/** To an interface that takes what is not addressed to it, if it does. */
export function throughAppliance(
  journey: Journey,
  position: Position,
  appliance: NetworkInterface,
): readonly Way[] {
  const { model } = journey;
  const kind: HopKind = appliance.kind === 'firewall' ? 'firewall' : 'interface';
  const decider: Decider = { kind, component: appliance, vpc: position.vpc };
  if (appliance.kind !== 'firewall' && appliance.sourceDestCheck.value === true) {
    return lost(decider, { detail: 'drops what is not addressed to it' });
  }
  const subnet = model.subnet(appliance.subnet);
  const facts = missingFacts(appliance.sourceDestCheck);
  if (subnet === undefined) {
    return anywhere(decider, 'may pass it on', `subnet of ${appliance.name}`, ...facts);
  }
  const onward = through(journey, position, appliance, subnet, kind, facts);
  if (appliance.kind === 'firewall') return onward;
  const within = subnet.id === position.subnet?.id;
  const unknown = unknownStep(
    decider,
    'may send it on from its own address',
    passesOn(appliance),
    ...facts,
  );
  return [
    ...onward,
    {
      steps: [...entering(journey, position, subnet), unknown],
      end: { kind: 'translated', by: appliance, sure: false },
      naming: UNNAMED,
      within,
    },
  ];
}

function through(
  journey: Journey,
  position: Position,
  middlebox: Component,
  subnet: Subnet,
  kind: HopKind,
  facts: readonly string[] = [],
): readonly Way[] {
  const decider: Decider = { kind, component: middlebox, vpc: position.vpc };
  const unknown = unknownStep(decider, 'may let it pass', passesOn(middlebox), ...facts);
  const steps = [...entering(journey, position, subnet), unknown];
  const within = subnet.id === position.subnet?.id;
  return after(steps, journey.departures(journey, subnet), UNNAMED).map((way) => ({
    ...way,
    within,
  }));
}

function entering({ model }: Journey, position: Position, subnet: Subnet): readonly Step[] {
  return subnet.id === position.subnet?.id ? [] : [aclStep(model, subnet, 'ingress')];
}

function passesOn({ name }: Component): string {
  return `what ${name} lets pass`;
}
