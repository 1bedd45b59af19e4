import {
  AcceptTransitGatewayVpcAttachmentCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayRouteTableCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  DescribeTransitGatewayAttachmentsCommand,
  EC2Client,
  type TransitGatewayRequestOptions,
} from '@aws-sdk/client-ec2';
import {
  AcceptResourceShareInvitationCommand,
  CreateResourceShareCommand,
  GetResourceShareInvitationsCommand,
  RAMClient,
} from '@aws-sdk/client-ram';
import type { Account } from './embedded-account';
import type { EmbeddedNetwork } from './embedded-network';

/** As Culvert makes them: nothing is associated, propagated or accepted by itself. */
const NOTHING_BY_DEFAULT: TransitGatewayRequestOptions = {
  AutoAcceptSharedAttachments: 'disable',
  DefaultRouteTableAssociation: 'disable',
  DefaultRouteTablePropagation: 'disable',
};

export interface EmbeddedTransitGateway {
  readonly id: string;
  readonly arn: string;
}

export async function createTransitGateway(
  owner: Account,
  options: TransitGatewayRequestOptions = {},
): Promise<EmbeddedTransitGateway> {
  const { TransitGateway: gateway } = await new EC2Client(owner).send(
    new CreateTransitGatewayCommand({ Options: { ...NOTHING_BY_DEFAULT, ...options } }),
  );
  return { id: gateway?.TransitGatewayId as string, arn: gateway?.TransitGatewayArn as string };
}

/** The id of a new route table of the gateway. */
export async function createRouteTable(
  owner: Account,
  gateway: EmbeddedTransitGateway,
): Promise<string> {
  const { TransitGatewayRouteTable: table } = await new EC2Client(owner).send(
    new CreateTransitGatewayRouteTableCommand({ TransitGatewayId: gateway.id }),
  );
  return table?.TransitGatewayRouteTableId as string;
}

/** Shares the gateway and accepts the invitation; the share's ARN. */
export async function shareTransitGateway(
  gateway: EmbeddedTransitGateway,
  owner: Account,
  other: Account,
  otherAccountId: string,
): Promise<string> {
  const { resourceShare } = await new RAMClient(owner).send(
    new CreateResourceShareCommand({
      name: 'transit-gateway',
      allowExternalPrincipals: true,
      resourceArns: [gateway.arn],
      principals: [otherAccountId],
    }),
  );
  const shareArn = resourceShare?.resourceShareArn as string;
  const ram = new RAMClient(other);
  const { resourceShareInvitations } = await ram.send(
    new GetResourceShareInvitationsCommand({ resourceShareArns: [shareArn] }),
  );
  await ram.send(
    new AcceptResourceShareInvitationCommand({
      resourceShareInvitationArn: resourceShareInvitations?.[0]?.resourceShareInvitationArn,
    }),
  );
  return shareArn;
}

/** The id of a new attachment of the network, asked for by the network's account. */
export async function attachNetwork(
  account: Account,
  gateway: EmbeddedTransitGateway,
  network: EmbeddedNetwork,
): Promise<string> {
  const { TransitGatewayVpcAttachment: attachment } = await new EC2Client(account).send(
    new CreateTransitGatewayVpcAttachmentCommand({
      TransitGatewayId: gateway.id,
      VpcId: network.vpcId,
      SubnetIds: [...network.subnetIds],
    }),
  );
  return attachment?.TransitGatewayAttachmentId as string;
}

export async function acceptAttachment(owner: Account, id: string): Promise<void> {
  await new EC2Client(owner).send(
    new AcceptTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: id }),
  );
}

/** The attachment as the account sees it. */
export async function attachmentSeenBy(account: Account, id: string) {
  const { TransitGatewayAttachments } = await new EC2Client(account).send(
    new DescribeTransitGatewayAttachmentsCommand({ TransitGatewayAttachmentIds: [id] }),
  );
  return TransitGatewayAttachments?.[0];
}
