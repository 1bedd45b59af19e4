import type { AttachmentEnd, FlowEnd, VpcEnd } from '../flow';
import type { Finding } from './finding';
import type { Graph } from './graph';
import { Ipv4Range } from './ipv4-range';
import type { Attachment, VpcAttachment } from './tables/attachments';
import type { Subnet, Vpc } from './tables/vpcs';

/** A flow's end in a VPC, found in the stack. */
export interface VpcSide {
  readonly kind: 'vpc';
  readonly vpc: Vpc;
  readonly securityGroup: string;
  readonly subnets: readonly Subnet[];
  /** Every address of the end. */
  readonly ranges: readonly Ipv4Range[];
  readonly attachments: readonly VpcAttachment[];
}

/** A flow's end behind an attachment. */
export interface AttachmentSide {
  readonly kind: 'attachment';
  readonly ranges: readonly Ipv4Range[];
  readonly attachments: readonly Attachment[];
}

export type Side = VpcSide | AttachmentSide;

/** What a flow's end is in the stack, or why it cannot be found there. */
export function findSide(graph: Graph, end: FlowEnd): Side | readonly Finding[] {
  return 'vpcId' in end ? findVpcSide(graph, end) : findAttachmentSide(graph, end);
}

export function isSide(found: Side | readonly Finding[]): found is Side {
  return 'kind' in found;
}

function findVpcSide(graph: Graph, end: VpcEnd): VpcSide | readonly Finding[] {
  const vpc = graph.vpcs.get(graph.configuration.identify(end.vpcId) ?? '');
  const securityGroup = graph.configuration.identify(end.securityGroupId);
  if (vpc === undefined || securityGroup === undefined) {
    return [
      ...(vpc === undefined ? [notInStack('VPC', end.vpcId)] : []),
      ...(securityGroup === undefined ? [notInStack('security group', end.securityGroupId)] : []),
    ];
  }
  const own = graph.subnets.filter(({ vpcId }) => vpcId === vpc.id);
  const named = end.subnetIds?.map((id) => [id, graph.configuration.identify(id)] as const);
  const strangers = (named ?? []).filter(([, id]) => !own.some((subnet) => subnet.id === id));
  const subnets =
    named === undefined ? own : own.filter(({ id }) => named.some(([, each]) => each === id));
  const located = locate(vpc, subnets, end.addresses);
  const findings = [
    ...strangers.map(([id]) => notInStack(`subnet of ${vpc.id}`, id)),
    ...(subnets.length === 0 && strangers.length === 0
      ? [{ what: 'no subnet', where: vpc.id, remedy: 'add an aws_subnet to the VPC' }]
      : located.findings),
  ];
  return findings.length > 0
    ? findings
    : {
        kind: 'vpc',
        vpc,
        securityGroup,
        subnets: located.subnets,
        ranges: located.ranges,
        attachments: graph.vpcAttachments.filter(({ vpcId }) => vpcId === vpc.id),
      };
}

/** The subnets and ranges that an end's addresses are in: without addresses, all of them. */
function locate(vpc: Vpc, subnets: readonly Subnet[], addresses: readonly string[] | undefined) {
  const unread = subnets
    .filter(({ range }) => range === undefined)
    .map(({ id }) => ({
      what: 'the IPv4 range of the subnet could not be read',
      where: id,
      remedy: 'give it a cidr_block',
    }));
  if (addresses === undefined) {
    return { subnets, ranges: subnets.flatMap(({ range }) => range ?? []), findings: unread };
  }
  const read = addresses.map((text) => {
    const range = Ipv4Range.parse(text);
    const home = subnets.find((subnet) => range && subnet.range?.contains(range));
    return { text, range, home };
  });
  const homeless = read.filter(({ home }) => home === undefined);
  return {
    subnets: subnets.filter((subnet) => read.some(({ home }) => home === subnet)),
    ranges: read.flatMap(({ range }) => range ?? []),
    findings: [
      ...homeless.map(({ text }) => ({
        what: `address "${text}" is in no subnet of the flow's end`,
        where: vpc.id,
        remedy: 'name an IPv4 address of one of its subnets',
      })),
      ...(homeless.length > 0 ? unread : []),
    ],
  };
}

function findAttachmentSide(graph: Graph, end: AttachmentEnd): AttachmentSide | readonly Finding[] {
  const id = graph.configuration.identify(end.attachmentId);
  const range = Ipv4Range.parse(end.cidr);
  if (id === undefined || range === undefined) {
    return [
      ...(id === undefined ? [notInStack('attachment', end.attachmentId)] : []),
      ...(range === undefined
        ? [
            {
              what: `"${end.cidr}" is no IPv4 range`,
              where: id ?? end.attachmentId,
              remedy: 'name one such as "192.168.0.0/16"',
            },
          ]
        : []),
    ];
  }
  const attachment = graph.attachments.get(id) ?? {
    id,
    kind: 'unknown' as const,
    gateways: graph.gatewayRouteTables
      .filter(({ associated }) => associated.includes(id))
      .map(({ gateway }) => gateway),
    pending: undefined,
    announced: undefined,
  };
  return { kind: 'attachment', ranges: [range], attachments: [attachment] };
}

function notInStack(what: string, reference: string): Finding {
  return {
    what: `the ${what} is not in the stack`,
    where: reference,
    remedy: 'add it, or name another in the flow',
  };
}
