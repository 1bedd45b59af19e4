import type { Finding } from '../finding';
import type { Graph } from '../graph';
import type { VpcSide } from '../side';
import type { VpcAttachment } from '../tables/attachments';
import type { Subnet } from '../tables/vpcs';

/**
 * The VPC is attached to each of the Transit Gateways, in every Availability Zone it sends from.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function checkVpcAttachment(
  graph: Graph,
  side: VpcSide,
  gateways: readonly string[],
): readonly Finding[] {
  if (side.attachments.length === 0) {
    return [unattached(side, gateways[0] ?? 'a Transit Gateway')];
  }
  return gateways.flatMap((gateway) => {
    const attachment = side.attachments.find((each) => each.gateways.includes(gateway));
    return attachment === undefined
      ? [unattached(side, gateway)]
      : uncovered(graph, side, attachment);
  });
}

function unattached({ vpc }: VpcSide, gateway: string): Finding {
  return {
    what: `the VPC is not attached to ${gateway}`,
    where: vpc.id,
    remedy: 'add an aws_ec2_transit_gateway_vpc_attachment with a subnet in each of its zones',
  };
}

function uncovered(graph: Graph, side: VpcSide, attachment: VpcAttachment): readonly Finding[] {
  const attached = attachment.subnetIds.map((id) => graph.subnets.find((each) => each.id === id));
  const covers = (subnet: Subnet) =>
    attached.some(
      (each) => each === subnet || (each?.zone !== undefined && each.zone === subnet.zone),
    );
  return [
    ...side.subnets
      .filter((subnet) => !covers(subnet))
      .map(({ id, zone }) => ({
        what: `the attachment has no subnet in ${zone ?? 'a zone that could not be read'}, where ${id} is`,
        where: attachment.id,
        remedy: `add a subnet in ${zone ?? 'that zone'} to its subnet_ids`,
      })),
    ...(attachment.subnetIds.includes(undefined)
      ? [
          {
            what: 'the attachment names a subnet that is not in the stack',
            where: attachment.id,
            remedy: 'add the subnet, or take it out of subnet_ids',
          },
        ]
      : []),
  ];
}
