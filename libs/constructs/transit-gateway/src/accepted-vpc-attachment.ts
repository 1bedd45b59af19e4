import { Ec2TransitGatewayVpcAttachmentAccepter } from '@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment-accepter';
import { Route } from '@cdktf/provider-aws/lib/route';
import type { IsolatedVpc } from '@culvert/network';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { Address4 } from 'ip-address';
import { requireCidr } from './private/require-cidr';
import { routeId } from './private/route-id';
import type { PropagatingAttachment, TransitGatewayAttributes } from './transit-gateway-attachment';
import type { VpcAttachment } from './vpc-attachment';

/** Properties of an {@link AcceptedVpcAttachment}. */
export interface AcceptedVpcAttachmentProps {
  readonly transitGateway: TransitGatewayAttributes;
  /** The attachment that the VPC's account asks for. */
  readonly request: VpcAttachment;
}

/**
 * A VPC's attachment as accepted by the owner of the transit gateway: here, or outside the stack where
 * only the gateway's id is known. What needs the attachment to
 * work takes this, not the {@link VpcAttachment} that asked for it.
 *
 * @throws when the VPC asks to be attached to another gateway
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/acccept-tgw-attach.html
 */
export class AcceptedVpcAttachment extends Construct implements PropagatingAttachment {
  public readonly transitGateway: TransitGatewayAttributes;
  public readonly attachmentId: string;
  public readonly propagates = true;
  public readonly vpc: IsolatedVpc;
  /** What works only once the attachment is accepted, and does not name it, depends on this. */
  public readonly acceptance: ITerraformDependable;

  private readonly request: VpcAttachment;

  public constructor(scope: Construct, id: string, props: AcceptedVpcAttachmentProps) {
    super(scope, id);
    const { request, transitGateway } = props;
    requireRequestTo(transitGateway, request);
    this.transitGateway = transitGateway;
    this.vpc = request.vpc;
    this.request = request;
    if (request.transitGateway.node === transitGateway.node) {
      this.attachmentId = request.id;
      this.acceptance = request.request;
    } else {
      const accepter = new Ec2TransitGatewayVpcAttachmentAccepter(this, 'Resource', {
        transitGatewayAttachmentId: request.id,
        transitGatewayDefaultRouteTableAssociation: false,
        transitGatewayDefaultRouteTablePropagation: false,
        tags: { Name: request.name },
      });
      this.attachmentId = accepter.id;
      this.acceptance = accepter;
    }
  }

  /**
   * Sends what goes from any subnet of the VPC to the IPv4 range through the transit gateway. The
   * route is created in the VPC's account, below the request.
   *
   * @throws when the range lies in the VPC, whose own route for it cannot be overridden
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-tgw
   */
  public routeTo(cidr: string): void {
    requireCidr(cidr);
    if (new Address4(cidr).isInSubnet(new Address4(this.vpc.cidrBlock))) {
      throw new Error(
        `vpc "${this.vpc.node.path}" is ${this.vpc.cidrBlock} and reaches ${cidr} by itself: route ranges outside it to the transit gateway`,
      );
    }
    const { routeTableIds, subnets } = this.vpc;
    for (const [index, routeTableId] of routeTableIds.entries()) {
      const zone = routeTableIds.length > 1 ? `-${subnets[index]?.azId}` : '';
      new Route(this.request, `${routeId(cidr)}${zone}`, {
        routeTableId,
        destinationCidrBlock: cidr,
        transitGatewayId: this.transitGateway.id,
        dependsOn: [this.acceptance],
      });
    }
  }
}

function requireRequestTo(gateway: TransitGatewayAttributes, request: VpcAttachment): void {
  const { origin } = request.transitGateway;
  if (origin !== gateway) {
    throw new Error(
      `vpc attachment "${request.node.path}" asks for transit gateway "${origin.name}", not for "${gateway.name}": accept it there`,
    );
  }
}
