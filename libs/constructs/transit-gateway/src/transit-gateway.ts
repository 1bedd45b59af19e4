import { Ec2TransitGateway } from '@cdktf/provider-aws/lib/ec2-transit-gateway';
import { Construct } from 'constructs';
import { AcceptedVpcAttachment } from './accepted-vpc-attachment';
import { requirePrivateAsn } from './private/require-private-asn';
import type {
  AttachableTransitGateway,
  TransitGatewayAttributes,
} from './transit-gateway-attachment';
import { TransitGatewayRouteTable } from './transit-gateway-route-table';
import type { VpcAttachment } from './vpc-attachment';

/** Properties of a {@link TransitGateway}. */
export interface TransitGatewayProps {
  /** The `Name` tag, and the description, which accounts it is shared with see too. */
  readonly name: string;
  /**
   * The gateway's private autonomous system number; different from those of Direct Connect gateways
   * and peers. Changing it replaces the gateway.
   * @default 64512
   */
  readonly amazonSideAsn?: number;
}

/**
 * A transit gateway in which nothing meets by itself: an attachment is in no route table, announces
 * nothing, and waits for acceptance when another account asks for it.
 *
 * @throws when the autonomous system number is not a private one
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
 */
export class TransitGateway
  extends Construct
  implements TransitGatewayAttributes, AttachableTransitGateway
{
  public readonly id: string;
  public readonly arn: string;
  public readonly name: string;
  public readonly amazonSideAsn: number;
  public readonly origin = this;

  public constructor(scope: Construct, id: string, props: TransitGatewayProps) {
    super(scope, id);
    this.name = props.name;
    this.amazonSideAsn = props.amazonSideAsn ?? 64_512;
    requirePrivateAsn(`transit gateway "${props.name}"`, this.amazonSideAsn);
    const gateway = new Ec2TransitGateway(this, 'Resource', {
      description: props.name,
      amazonSideAsn: this.amazonSideAsn,
      autoAcceptSharedAttachments: 'disable',
      defaultRouteTableAssociation: 'disable',
      defaultRouteTablePropagation: 'disable',
      dnsSupport: 'enable',
      multicastSupport: 'disable',
      securityGroupReferencingSupport: 'enable',
      vpnEcmpSupport: 'enable',
      tags: { Name: props.name },
    });
    this.id = gateway.id;
    this.arn = gateway.arn;
  }

  /** A route table for one kind of attachments, such as those of VPCs, or of on-prem. */
  public routeTable(id: string, { name }: { readonly name: string }): TransitGatewayRouteTable {
    return new TransitGatewayRouteTable(this, `route-table-${id}`, { transitGateway: this, name });
  }

  /**
   * Accepts a VPC's attachment, as the owner of the gateway.
   * @throws when the VPC asks to be attached to another gateway
   */
  public accept(id: string, request: VpcAttachment): AcceptedVpcAttachment {
    return new AcceptedVpcAttachment(this, `accepted-${id}`, { transitGateway: this, request });
  }
}
