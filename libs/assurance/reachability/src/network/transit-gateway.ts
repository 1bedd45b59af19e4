import type { Ref, Subnet, TransitGatewayAttachment } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { PacketSet } from '@culvert/packet-set';
import { and, FALSE, isUnknown, TRUE } from '@culvert/symbolic';
import { aclStep } from './acls';
import { factOf, type Journey, type Position, turns, visiting } from './journey';
import { found, type Model, nameOf } from './model';
import { type Decider, factStep, perhapsAll, step, type Step, unknownStep } from './step';
import { after, anywhere, lost, NAMED, type Naming, passageOfWay, UNNAMED, type Way } from './way';
import { entrance, exits } from './zones';

/** From a VPC into a Transit Gateway, by the attachment's subnet in the zone. */
export function toTransitGateway(
  journey: Journey,
  { vpc, subnet, account }: Position,
  id: string,
): readonly Way[] {
  const { model } = journey;
  const { transitGateways, vpcs } = model.network;
  const attachment = model.attachmentsOf(vpc).find(({ transitGateway }) => transitGateway === id);
  if (attachment === undefined) {
    const component = { name: nameOf(transitGateways, id), account };
    const decider: Decider = { kind: 'transit gateway', component, vpc };
    const open = [...model.attachmentsOf(vpc), ...model.attachmentsOf('not known')].filter(
      ({ vpc: attached, transitGateway }) => isUnknown(attached) || isUnknown(transitGateway),
    );
    return open.length > 0
      ? anywhere(decider, 'may be attached', ...open.map(({ name }) => `what ${name} attaches`))
      : lost(decider, { detail: `has no attachment of ${nameOf(vpcs, vpc)}` });
  }
  const decider: Decider = { kind: 'transit gateway', component: attachment, vpc };
  const doors = entrance(model, attachment, subnet);
  if (doors.subnets.length === 0 && doors.missing.length === 0) {
    return lost(decider, {
      detail: `has no subnet in zone ${subnet?.zone ?? ''}: what is there does not reach it`,
    });
  }
  const zone =
    doors.missing.length > 0
      ? [unknownStep(decider, 'may have a subnet in the zone', ...doors.missing)]
      : [];
  const acls = doors.subnets.length === 1 ? doors.subnets : [];
  const steps = [...zone, ...acls.map((each) => aclStep(model, each, 'ingress'))];
  return after(steps, fromAttachment(journey, attachment, subnet));
}

/** From an attachment on, by the route table that it is associated with. */
export function fromAttachment(
  journey: Journey,
  attachment: TransitGatewayAttachment,
  from: Subnet | undefined,
): readonly Way[] {
  const { model, seen } = journey;
  const { transitGateways, transitGatewayRouteTables } = model.network;
  const { association, missing } = attachment;
  const decider: Decider = { kind: 'transit gateway', component: attachment };
  const accepted = [
    acceptedStep(attachment),
    ...(missing.length > 0 ? [unknownStep(decider, 'may take part', ...missing)] : []),
  ];
  if (association === undefined) {
    return after(accepted, lost(decider, { detail: 'is associated with no route table' }));
  }
  const steps = [...accepted, ...associatedSteps(model, attachment, association)];
  const table = found(transitGatewayRouteTables, association);
  if (table === undefined) {
    const name = nameOf(transitGatewayRouteTables, association);
    return after(steps, anywhere(decider, 'where it leads', `routes of ${name}`));
  }
  const speaks: Decider = { kind: 'transit gateway', component: table };
  if (seen.has(table.id)) {
    return after(steps, lost(speaks, { detail: 'sends it in a circle' }));
  }
  const onward = visiting(journey, table.id);
  const gateway = found(transitGateways, attachment.transitGateway);
  const ways = turns(onward, table, speaks).flatMap(({ route, step: taken }) => {
    if (route === undefined) {
      return after(
        [taken],
        lost(speaks, ({ destination }) => ({ detail: `has no route to ${destination}` })),
      );
    }
    const { target, name: rule } = route;
    if (target === undefined) {
      return after([taken], lost(speaks, { detail: 'drops it: a blackhole', rule }));
    }
    const next = model.network.transitGatewayAttachments.get(target);
    if (next === undefined) {
      return after([taken], anywhere(speaks, `leads to ${target}`, factOf(target)));
    }
    const named: Naming = {
      ingress: and(
        gateway?.securityGroupReferencing ?? FALSE,
        attachment.securityGroupReferencing ?? FALSE,
        next.securityGroupReferencing ?? FALSE,
      ),
      egress: FALSE,
    };
    return after([taken, acceptedStep(next)], leave(onward, next, from), named);
  });
  return after(steps, ways);
}

function acceptedStep(attachment: TransitGatewayAttachment): Step {
  return factStep(
    { kind: 'transit gateway', component: attachment },
    attachment.accepted,
    { passes: 'is attached', blocks: 'is not accepted', unknown: 'may be accepted' },
    attachment.acceptedBy,
  );
}

/** What associates it with its route table, where a resource does. */
function associatedSteps(
  { network }: Model,
  attachment: TransitGatewayAttachment,
  association: Ref,
): readonly Step[] {
  const { associatedBy } = attachment;
  if (associatedBy === undefined) return [];
  const table = nameOf(network.transitGatewayRouteTables, association);
  const words = { unknown: `is associated with ${table}` };
  const decider: Decider = { kind: 'transit gateway', component: attachment };
  return [factStep(decider, TRUE, words, associatedBy)];
}

/** Out of the gateway by an attachment: into a VPC, to another gateway, or on-prem. */
function leave(
  journey: Journey,
  attachment: TransitGatewayAttachment,
  from: Subnet | undefined,
): readonly Way[] {
  const { model, goal } = journey;
  const decider: Decider = { kind: 'transit gateway', component: attachment };
  if (attachment.kind === 'vpc') {
    return intoVpc(journey, attachment, from);
  }
  if (attachment.kind === 'peering') {
    const peer = found(model.network.transitGatewayAttachments, attachment.peer);
    return peer
      ? after([], fromAttachment(journey, peer, from), UNNAMED)
      : anywhere(decider, 'leads to another Transit Gateway', `other end of ${attachment.name}`);
  }
  if (goal.kind !== 'on-prem') {
    return lost(decider, { detail: 'leads on-prem, where these addresses are not' });
  }
  return [
    {
      steps: [],
      end: { kind: 'on-prem', exit: attachment.id, name: attachment.name },
      naming: NAMED,
    },
  ];
}

/** Into a VPC by one of the attachment's subnets: what all of them do is sure. */
function intoVpc(
  journey: Journey,
  attachment: TransitGatewayAttachment,
  from: Subnet | undefined,
): readonly Way[] {
  const { model, goal } = journey;
  const decider: Decider = {
    kind: 'transit gateway',
    component: attachment,
    vpc: vpcOf(attachment),
  };
  const { subnets, missing } = exits(model, attachment, from);
  const doors = unlike(subnets, goal.kind === 'subnet' ? goal.subnet.id : undefined);
  const unknown = missing.length > 0 ? anywhere(decider, 'may lead into a subnet', ...missing) : [];
  const perDoor = doors.map((door) => journey.departures(journey, door));
  const passes = perDoor.map((ways) =>
    Passage.NONE.union(...ways.filter(({ end }) => end.kind !== 'translated').map(passageOfWay)),
  );
  const known = perDoor.flatMap((ways, index) => {
    const others = passes.filter((_, other) => other !== index);
    return others.length === 0 && missing.length === 0
      ? ways
      : after([anyDoor(decider, others, missing)], ways);
  });
  return [...known, ...unknown];
}

/** Sure of what the other subnets let pass, too. */
function anyDoor(decider: Decider, others: readonly Passage[], missing: readonly string[]): Step {
  const doubt = perhapsAll(
    missing.length > 0 ? missing : [`which subnet of ${decider.component.name} it comes by`],
  );
  const passes = others.reduce(
    (all, { surely }) => all.intersection(new Passage(surely, PacketSet.ALL, [])),
    missing.length > 0 ? doubt : Passage.ALL,
  );
  const open = PacketSet.ALL.difference(passes.surely);
  const facts = [{ packets: open, missing: doubt.missing }];
  return step(decider, new Passage(passes.surely, PacketSet.ALL, facts), () => ({
    detail: 'leads into a subnet of its zones',
  }));
}

/** One of the subnets that treat packets alike. */
function unlike(subnets: readonly Subnet[], goal: string | undefined): readonly Subnet[] {
  const byKind = new Map(
    subnets.map((subnet) => [
      subnet.id === goal
        ? goal
        : [subnet.routeTable, subnet.networkAcl]
            .map((ref) => (isUnknown(ref) ? ref.unknown : ref))
            .join(' '),
      subnet,
    ]),
  );
  return [...byKind.values()];
}

function vpcOf({ vpc }: TransitGatewayAttachment): string | undefined {
  return typeof vpc === 'string' ? vpc : undefined;
}
