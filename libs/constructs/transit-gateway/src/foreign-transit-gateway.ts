import { Construct } from 'constructs';
import { AcceptedVpcAttachment } from './accepted-vpc-attachment';
import type {
  AttachableTransitGateway,
  TransitGatewayAttributes,
} from './transit-gateway-attachment';
import type { VpcAttachment } from './vpc-attachment';

/** Properties of a {@link ForeignTransitGateway}. */
export interface ForeignTransitGatewayProps {
  /** The gateway's id, as its owner tells it. */
  readonly transitGatewayId: string;
}

/**
 * A transit gateway that is no part of the stack, known by its id in the account it has been shared
 * with. Its owner accepts what is attached, associates it with a route table, and routes back.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/working-with-transit-gateways.html
 */
export class ForeignTransitGateway
  extends Construct
  implements TransitGatewayAttributes, AttachableTransitGateway
{
  public readonly id: string;
  public readonly name: string;
  public readonly origin = this;
  public readonly sharing = [];

  public constructor(scope: Construct, id: string, props: ForeignTransitGatewayProps) {
    super(scope, id);
    this.id = props.transitGatewayId;
    this.name = props.transitGatewayId;
  }

  /**
   * Takes a VPC's attachment for accepted, which its owner does outside the stack.
   * @throws when the VPC asks to be attached to another gateway
   */
  public accept(id: string, request: VpcAttachment): AcceptedVpcAttachment {
    return new AcceptedVpcAttachment(this, `accepted-${id}`, { transitGateway: this, request });
  }
}
