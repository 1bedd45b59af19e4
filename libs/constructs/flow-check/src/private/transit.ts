import { checkAnnouncedRanges } from './checks/announced-ranges';
import type { Finding } from './finding';
import type { Propagated } from './gateway-routes';
import type { Graph } from './graph';
import type { Ipv4Range } from './ipv4-range';
import type { Side } from './side';
import { walk } from './walk';
import { checkVpcAttachment } from './checks/vpc-attachment';
import { departFromVpc, type Heading } from './checks/vpc-routes';

/** Packets find their way through VPC routes, attachments and Transit Gateways, there and back. */
export function checkTransit(
  graph: Graph,
  propagated: Propagated,
  from: Side,
  to: Side,
): readonly Finding[] {
  return [
    ...checkDirection(graph, propagated, 'forward', from, to),
    ...checkDirection(graph, propagated, 'return', to, from),
    ...checkAnnouncedRanges(from, to),
    ...checkAnnouncedRanges(to, from),
  ];
}

/** The ranges that flows declare behind attachments, which is what these propagate. */
export function declaredRanges(sides: readonly Side[]): Propagated {
  const declared = new Map<string, readonly Ipv4Range[]>();
  for (const { kind, attachments, ranges } of sides) {
    for (const { id } of kind === 'vpc' ? [] : attachments) {
      const known = declared.get(id) ?? [];
      const added = ranges.filter(({ cidr }) => known.every((each) => each.cidr !== cidr));
      declared.set(id, [...known, ...added]);
    }
  }
  return declared;
}

function checkDirection(
  graph: Graph,
  propagated: Propagated,
  heading: Heading,
  from: Side,
  to: Side,
): readonly Finding[] {
  const { gateways, findings } = depart(graph, heading, from, to);
  const walked =
    to.attachments.length === 0
      ? []
      : gateways.flatMap((gateway) =>
          from.attachments
            .filter((attachment) => attachment.gateways.includes(gateway))
            .flatMap((through) =>
              to.ranges.flatMap((range) =>
                walk({ graph, heading, to, propagated }, { gateway, through, passed: [] }, range),
              ),
            ),
        );
  return [...findings, ...walked];
}

/** The gateways at which packets of one side come in. */
function depart(graph: Graph, heading: Heading, from: Side, to: Side) {
  const attached = [...new Set(from.attachments.flatMap(({ gateways }) => gateways))];
  if (from.kind === 'vpc') {
    const { gateways, findings } = departFromVpc(graph, heading, from, to);
    const used = gateways.length > 0 ? gateways : attached;
    return { gateways: used, findings: [...findings, ...checkVpcAttachment(graph, from, used)] };
  }
  const others = to.attachments.flatMap(({ gateways }) => gateways);
  const shared = attached.filter((gateway) => others.includes(gateway));
  return {
    gateways: shared.length > 0 ? shared : attached,
    findings: attached.length > 0 ? [] : from.attachments.map(({ id }) => unattached(id, heading)),
  };
}

function unattached(id: string, heading: Heading): Finding {
  return {
    what: `the attachment leads to no Transit Gateway of the stack for the ${heading} way`,
    where: id,
    remedy: 'add an aws_ec2_transit_gateway_route_table_association of it',
  };
}
