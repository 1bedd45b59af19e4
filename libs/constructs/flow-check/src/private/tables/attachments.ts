import type { Block, Configuration } from '../configuration';
import type { Finding } from '../finding';
import { Ipv4Range } from '../ipv4-range';

export type AttachmentKind = 'vpc' | 'direct-connect' | 'connect' | 'vpn' | 'peering' | 'unknown';

export interface Attachment {
  readonly id: string;
  readonly kind: AttachmentKind;
  /** The Transit Gateways it is attached to: two for a peering, none when not known. */
  readonly gateways: readonly string[];
  /** What keeps it from carrying traffic; `undefined` when nothing does. */
  readonly pending: Pending | undefined;
  /** The ranges that AWS announces to what is behind it; `undefined` when it does so by itself. */
  readonly announced: readonly Ipv4Range[] | undefined;
}

/** What an attachment waits for. */
export type Pending = Omit<Finding, 'where'>;

export interface VpcAttachment extends Attachment {
  readonly kind: 'vpc';
  readonly vpcId: string;
  /** `undefined` stands for a subnet that is not in the stack. */
  readonly subnetIds: readonly (string | undefined)[];
  /** Whether groups of this VPC may be named in rules of others. */
  readonly groupReferencing: boolean;
}

export interface Gateway {
  readonly id: string;
  readonly account: string;
  readonly autoAccept: boolean;
  readonly groupReferencing: boolean;
}

const VPC_ACCEPTER = 'aws_ec2_transit_gateway_vpc_attachment_accepter';
const PEERING_ACCEPTER = 'aws_ec2_transit_gateway_peering_attachment_accepter';

export function readGateways(configuration: Configuration): ReadonlyMap<string, Gateway> {
  return new Map(
    configuration.single('aws_ec2_transit_gateway').map((block) => [
      block.address,
      {
        id: block.address,
        account: configuration.accountOf(block),
        autoAccept: block.arguments['auto_accept_shared_attachments'] === 'enable',
        groupReferencing: block.arguments['security_group_referencing_support'] === 'enable',
      },
    ]),
  );
}

export function readVpcAttachments(
  configuration: Configuration,
  gateways: ReadonlyMap<string, Gateway>,
): readonly VpcAttachment[] {
  return configuration.single('aws_ec2_transit_gateway_vpc_attachment').flatMap((block) => {
    const { address, arguments: args } = block;
    const vpcId = configuration.identify(args['vpc_id']);
    const gatewayId = configuration.identify(args['transit_gateway_id']);
    if (vpcId === undefined || gatewayId === undefined) {
      return [];
    }
    return {
      id: address,
      kind: 'vpc' as const,
      gateways: [gatewayId],
      pending: vpcPending(configuration, block, gateways.get(gatewayId)),
      announced: undefined,
      vpcId,
      subnetIds: configuration.identifyAll(args['subnet_ids']) ?? [],
      groupReferencing: args['security_group_referencing_support'] !== 'disable',
    };
  });
}

/** Attachments of other things than VPCs. */
export function readOtherAttachments(configuration: Configuration): readonly Attachment[] {
  const read = (type: string, kind: AttachmentKind, idOf = ({ address }: Block) => address) =>
    configuration.single(type).map((block) => ({
      id: idOf(block),
      kind,
      gateways: ['transit_gateway_id', 'peer_transit_gateway_id'].flatMap(
        (name) => configuration.identify(block.arguments[name]) ?? [],
      ),
      pending: kind === 'peering' ? peeringPending(configuration, block) : undefined,
      announced: undefined,
    }));
  const vpnId = ({ address }: Block) => `${address}.transit_gateway_attachment_id`;
  return [
    ...read('aws_ec2_transit_gateway_connect', 'connect'),
    ...read('aws_vpn_connection', 'vpn', vpnId),
    ...read('aws_ec2_transit_gateway_peering_attachment', 'peering'),
    ...configuration
      .single('data.aws_ec2_transit_gateway_dx_gateway_attachment')
      .map((block) => readDirectConnect(configuration, block)),
  ];
}

function readDirectConnect(
  configuration: Configuration,
  { address, arguments: args }: Block,
): Attachment {
  const gateway = configuration.identify(args['transit_gateway_id']);
  const directConnectGateway = configuration.identify(args['dx_gateway_id']);
  const association = configuration
    .single('aws_dx_gateway_association')
    .find(
      ({ arguments: { associated_gateway_id, dx_gateway_id } }) =>
        configuration.identify(associated_gateway_id) === gateway &&
        configuration.identify(dx_gateway_id) === directConnectGateway,
    );
  const prefixes = configuration.identifyAll(association?.arguments['allowed_prefixes']) ?? [];
  return {
    id: address,
    kind: 'direct-connect',
    gateways: gateway === undefined ? [] : [gateway],
    pending:
      association === undefined
        ? {
            what: 'the Direct Connect gateway is not associated with the Transit Gateway',
            remedy: 'add an aws_dx_gateway_association of the two',
          }
        : undefined,
    announced:
      association === undefined
        ? undefined
        : prefixes.flatMap((prefix) => Ipv4Range.parse(prefix) ?? []),
  };
}

const NOT_ACCEPTED = 'the attachment is not accepted';

function vpcPending(
  configuration: Configuration,
  attachment: Block,
  gateway: Gateway | undefined,
): Pending | undefined {
  const accepters = acceptersOf(configuration, VPC_ACCEPTER, attachment);
  if (gateway === undefined) {
    return accepters.length > 0
      ? undefined
      : {
          what: `${NOT_ACCEPTED}, and whether its gateway does so by itself could not be read`,
          remedy: `add an ${VPC_ACCEPTER}, or the gateway to the stack`,
        };
  }
  const accepted =
    gateway.autoAccept ||
    gateway.account === configuration.accountOf(attachment) ||
    accepters.some((accepter) => configuration.accountOf(accepter) === gateway.account);
  return accepted
    ? undefined
    : { what: NOT_ACCEPTED, remedy: `add an ${VPC_ACCEPTER} in the account of ${gateway.id}` };
}

function peeringPending(configuration: Configuration, attachment: Block): Pending | undefined {
  return acceptersOf(configuration, PEERING_ACCEPTER, attachment).length > 0
    ? undefined
    : {
        what: NOT_ACCEPTED,
        remedy: `add an ${PEERING_ACCEPTER} in the account and Region of the peer`,
      };
}

function acceptersOf(
  configuration: Configuration,
  type: string,
  attachment: Block,
): readonly Block[] {
  return configuration
    .single(type)
    .filter(
      ({ arguments: args }) =>
        configuration.identify(args['transit_gateway_attachment_id']) === attachment.address,
    );
}
