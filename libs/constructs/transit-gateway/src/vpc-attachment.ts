import { Ec2TransitGatewayVpcAttachment } from '@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment';
import type { IsolatedVpc } from '@culvert/network';
import { Account } from '@culvert/stack';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AttachableTransitGateway } from './transit-gateway-attachment';

/** Properties of a {@link VpcAttachment}. */
export interface VpcAttachmentProps {
  /** The `Name` tag. */
  readonly name: string;
  /** The account's own gateway, or what `TransitGatewayShare.accept` returned in this account. */
  readonly transitGateway: AttachableTransitGateway;
  /** Attached in every subnet: a gateway forwards only from zones in which it has one. */
  readonly vpc: IsolatedVpc;
}

/**
 * A VPC that asks to be attached to a transit gateway, in the VPC's account. It is only a request:
 * `TransitGateway.accept` is the second step, also in one account, where it takes nothing.
 *
 * @throws when the gateway is one of another account and not shared with this one
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export class VpcAttachment extends Construct {
  public readonly id: string;
  /** The `Name` tag. */
  public readonly name: string;
  public readonly transitGateway: AttachableTransitGateway;
  public readonly vpc: IsolatedVpc;
  /** What creates the attachment; before that there is nothing to accept. */
  public readonly request: ITerraformDependable;

  public constructor(scope: Construct, id: string, props: VpcAttachmentProps) {
    super(scope, id);
    const { name, transitGateway, vpc } = props;
    requireSameAccount(this, transitGateway);
    this.name = name;
    this.transitGateway = transitGateway;
    this.vpc = vpc;
    const attachment = new Ec2TransitGatewayVpcAttachment(this, 'Resource', {
      transitGatewayId: transitGateway.id,
      vpcId: vpc.id,
      subnetIds: vpc.subnetIds,
      dnsSupport: 'enable',
      ipv6Support: 'disable',
      applianceModeSupport: 'disable',
      securityGroupReferencingSupport: 'enable',
      ...(transitGateway.sharing === undefined && IN_NO_DEFAULT_ROUTE_TABLE),
      tags: { Name: name },
      dependsOn: [...vpc.pinnedAddressReservations, ...(transitGateway.sharing ?? [])],
    });
    this.id = attachment.id;
    this.request = attachment;
  }
}

/** Only the owner of the gateway can say so: another account's attachment must leave it out. */
const IN_NO_DEFAULT_ROUTE_TABLE = {
  transitGatewayDefaultRouteTableAssociation: false,
  transitGatewayDefaultRouteTablePropagation: false,
};

function requireSameAccount(attachment: VpcAttachment, gateway: AttachableTransitGateway): void {
  const [own, other] = [Account.of(attachment), Account.of(gateway)];
  if (own !== other) {
    throw new Error(
      `vpc attachment "${attachment.node.path}" names transit gateway "${gateway.node.path}" of another account or Region: share the gateway, and attach to what accepting the share returns here`,
    );
  }
}
