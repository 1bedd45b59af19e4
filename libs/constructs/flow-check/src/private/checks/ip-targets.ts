import type { FlowProblem } from '../../flow-problem';
import type { Finding } from '../finding';
import type { Graph } from '../graph';
import { isPrivate } from '../ipv4-range';
import type { Side } from '../side';
import type { IpTarget } from '../tables/ip-targets';

/** A flow whose ends were found in the stack. */
export interface LocatedFlow {
  readonly name: string;
  readonly from: Side;
  readonly to: Side;
}

/**
 * A load balancer's IP targets outside its VPC are registered for all Availability Zones, and are in
 * a private range. The problem is that of each flow from the VPC to the address.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html
 */
export function checkIpTargets(
  graph: Graph,
  flows: readonly LocatedFlow[],
): readonly FlowProblem[] {
  return graph.ipTargets.flatMap((target) => {
    const leading = flows.filter((flow) => leadsTo(flow, target)).map(({ name }) => name);
    const names = leading.length === 0 ? [undefined] : leading;
    return names.flatMap((flow) =>
      mistakes(graph, target).map((finding) => ({ flow, ...finding })),
    );
  });
}

function mistakes(graph: Graph, { id, address, vpcId, zone }: IpTarget): readonly Finding[] {
  const inside = graph.subnets.some(
    (subnet) => subnet.vpcId === vpcId && address && subnet.range?.contains(address),
  );
  if (inside) {
    return [];
  }
  const described = address === undefined ? 'a target that could not be read' : address.cidr;
  return [
    ...(zone === 'all'
      ? []
      : [
          {
            what: `${described} is in no subnet of ${vpcId ?? 'a VPC of the stack'}, and not registered for all zones`,
            where: id,
            remedy: 'add availability_zone = "all"',
          },
        ]),
    ...(address !== undefined && !isPrivate(address)
      ? [
          {
            what: `${described} is outside RFC 1918 and RFC 6598`,
            where: id,
            remedy: 'give the target a private address',
          },
        ]
      : []),
  ];
}

function leadsTo({ from, to }: LocatedFlow, { address, vpcId }: IpTarget): boolean {
  return (
    from.kind === 'vpc' &&
    from.vpc.id === vpcId &&
    address !== undefined &&
    to.ranges.some((range) => range.contains(address))
  );
}
