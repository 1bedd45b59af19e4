import { Ec2TransitGatewayPeeringAttachment } from '@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment';
import { Ec2TransitGatewayPeeringAttachmentAccepter } from '@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment-accepter';
import { Account } from '@culvert/stack';
import { Construct } from 'constructs';
import type { TransitGateway } from './transit-gateway';
import type { TransitGatewayAttachment } from './transit-gateway-attachment';

/** Properties of a {@link TransitGatewayPeering}. */
export interface TransitGatewayPeeringProps {
  /** The `Name` tag at both ends. */
  readonly name: string;
  /** The gateway that asks. */
  readonly transitGateway: TransitGateway;
  /** The gateway that accepts, below the `Account` of its own Region. */
  readonly peer: TransitGateway;
}

/** One end of a peering: routes over it are static, at both ends. */
export interface PeeringAttachment extends TransitGatewayAttachment {
  readonly propagates: false;
}

/**
 * Two transit gateways, of two Regions or accounts, as peers. The request is created by the account
 * of the one, the acceptance by that of the other, below its gateway.
 *
 * @throws when the peer is in no account, or the same gateway
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
 */
export class TransitGatewayPeering extends Construct {
  /** For the route tables of the gateway that asks. */
  public readonly attachment: PeeringAttachment;
  /** For the route tables of the peer. */
  public readonly peerAttachment: PeeringAttachment;

  public constructor(scope: Construct, id: string, props: TransitGatewayPeeringProps) {
    super(scope, id);
    const { name, transitGateway, peer } = props;
    const { region, accountId } = accountOf(peer);
    const request = new Ec2TransitGatewayPeeringAttachment(this, 'Resource', {
      transitGatewayId: transitGateway.id,
      peerTransitGatewayId: peer.id,
      peerRegion: region,
      peerAccountId: accountId,
      tags: { Name: name },
    });
    const { id: attachmentId } = new Ec2TransitGatewayPeeringAttachmentAccepter(
      peer,
      `peering-${id}`,
      { transitGatewayAttachmentId: request.id, tags: { Name: name } },
    );
    this.attachment = { transitGateway, attachmentId, propagates: false };
    this.peerAttachment = { transitGateway: peer, attachmentId, propagates: false };
  }
}

function accountOf(peer: TransitGateway): Account {
  const account = Account.of(peer);
  if (account === undefined) {
    throw new Error(
      `transit gateway "${peer.node.path}" is in no account, so its Region is not known: create it below an Account`,
    );
  }
  return account;
}
