import type { Component, Endpoint, NetworkInterface, Subnet } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { not } from '@culvert/symbolic';
import { aclStep } from './acls';
import type { Journey, Position } from './journey';
import type { HopKind } from '../hop';
import { type Decider, factStep, step, type Step, unknownStep } from './step';
import { after, anywhere, lost, UNNAMED, type Way } from './way';
import { trafficOf } from './words';

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
  const subnet = own && model.subnetOf(own);
  return subnet
    ? through(journey, position, endpoint, subnet, [passingStep(journey, decider, [endpoint.id])])
    : anywhere(decider, 'may let it pass', passesOn(endpoint));
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
  const subnet = model.subnetOf(appliance);
  if (subnet === undefined) {
    return anywhere(decider, 'may pass it on', `subnet of ${appliance.name}`);
  }
  const checks = appliance.kind === 'firewall' ? [] : [takesStep(decider, appliance)];
  const passes = passingStep(journey, decider, [appliance.owner, appliance.id]);
  const onward = through(journey, position, appliance, subnet, [...checks, passes]);
  if (appliance.kind === 'firewall') return onward;
  const fact = `whether ${appliance.name} translates addresses`;
  const unknown = unknownStep(decider, 'may send it on from its own address', fact);
  return [
    ...onward,
    {
      steps: [...entering(journey, position, subnet), ...checks, passes, unknown],
      end: { kind: 'translated', by: { ...appliance, subnet: subnet.id }, sure: false },
      naming: UNNAMED,
      within: subnet.id === position.subnet?.id,
    },
  ];
}

/** On from its subnet, after what it makes of packets. */
function through(
  journey: Journey,
  position: Position,
  middlebox: Component,
  subnet: Subnet,
  own: readonly Step[],
): readonly Way[] {
  const steps = [...entering(journey, position, subnet), ...own];
  const within = subnet.id === position.subnet?.id;
  return after(steps, journey.departures(journey, subnet), UNNAMED).map((way) => ({
    ...way,
    within,
    middleboxes: [middlebox.name, ...(way.middleboxes ?? [])],
  }));
}

function takesStep(decider: Decider, { sourceDestCheck }: NetworkInterface): Step {
  return factStep(decider, not(sourceDestCheck), {
    unknown: 'may take what is not addressed to it',
    passes: 'takes what is not addressed to it',
  });
}

/** What somebody says that it lets pass; else it is not known. */
function passingStep({ model, replying }: Journey, decider: Decider, ids: readonly string[]): Step {
  const [known] = ids.flatMap((id) => model.network.appliances.get(id) ?? []);
  if (known === undefined) {
    return unknownStep(decider, 'may let it pass', passesOn(decider.component));
  }
  const passes = Passage.of(replying ? known.passes.reversed() : known.passes);
  return step(decider, passes, (packet, effect) => ({
    detail: `${effect === 'passes' ? 'lets' : 'does not let'} ${trafficOf(packet)} pass`,
  }));
}

function entering({ model }: Journey, position: Position, subnet: Subnet): readonly Step[] {
  return subnet.id === position.subnet?.id ? [] : [aclStep(model, subnet, 'ingress')];
}

function passesOn({ name }: { readonly name: string }): string {
  return `what ${name} lets pass`;
}
