import { DataAwsEc2TransitGatewayDxGatewayAttachment } from '@cdktf/provider-aws/lib/data-aws-ec2-transit-gateway-dx-gateway-attachment';
import { DxGateway } from '@cdktf/provider-aws/lib/dx-gateway';
import { DxGatewayAssociation } from '@cdktf/provider-aws/lib/dx-gateway-association';
import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { requireCidr } from './private/require-cidr';
import { requirePrivateAsn } from './private/require-private-asn';
import type { TransitGateway } from './transit-gateway';
import type { PropagatingAttachment } from './transit-gateway-attachment';

/** A Direct Connect gateway to create. */
export interface NewDirectConnectGateway {
  readonly name: string;
  /** Its private autonomous system number, different from the transit gateway's. */
  readonly amazonSideAsn: number;
}

/** A Direct Connect gateway of the account that exists already. */
export interface ExistingDirectConnectGateway {
  readonly id: string;
}

/** Properties of a {@link DirectConnectGatewayAssociation}. */
export interface DirectConnectGatewayAssociationProps {
  readonly transitGateway: TransitGateway;
  readonly gateway: NewDirectConnectGateway | ExistingDirectConnectGateway;
  /**
   * The IPv4 ranges that AWS announces to on-prem, exactly as given here: those of the VPCs that
   * on-prem reaches.
   * @see https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html
   */
  readonly allowedPrefixes: readonly string[];
}

/**
 * On-prem by Direct Connect: a Direct Connect gateway associated with a transit gateway. The transit
 * virtual interface, which needs a line, is created by whoever has that.
 *
 * @throws when no prefix is allowed, or the two gateways have the same autonomous system number
 * @see https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html
 */
export class DirectConnectGatewayAssociation extends Construct implements PropagatingAttachment {
  public readonly transitGateway: TransitGateway;
  public readonly attachmentId: string;
  public readonly propagates = true;
  public readonly gatewayId: string;

  public constructor(scope: Construct, id: string, props: DirectConnectGatewayAssociationProps) {
    super(scope, id);
    const { transitGateway, gateway, allowedPrefixes } = props;
    requirePrefixes(this, allowedPrefixes);
    this.transitGateway = transitGateway;
    this.gatewayId = 'id' in gateway ? gateway.id : this.createGateway(gateway).id;
    const association = new DxGatewayAssociation(this, 'Resource', {
      dxGatewayId: this.gatewayId,
      associatedGatewayId: transitGateway.id,
      allowedPrefixes: [...allowedPrefixes],
    });
    this.attachmentId = this.findAttachment(association);
  }

  /**
   * Waits for the association through its owner's id, which is not known before. Terraform also puts
   * off reading what refers to a resource that is about to change, but not through locals: otherwise
   * a changed prefix or tag would hide the attachment's id, and replace the routes to it.
   */
  private findAttachment({ dxGatewayOwnerAccountId }: DxGatewayAssociation): string {
    const local = (id: string, value: string) => new TerraformLocal(this, id, value).asString;
    return new DataAwsEc2TransitGatewayDxGatewayAttachment(this, 'attachment', {
      transitGatewayId: local('transit-gateway-id', this.transitGateway.id),
      dxGatewayId: local('gateway-id', this.gatewayId),
      filter: [{ name: 'resource-owner-id', values: [local('owner', dxGatewayOwnerAccountId)] }],
    }).id;
  }

  private createGateway({ name, amazonSideAsn }: NewDirectConnectGateway): DxGateway {
    requirePrivateAsn(`direct connect gateway "${name}"`, amazonSideAsn);
    if (amazonSideAsn === this.transitGateway.amazonSideAsn) {
      throw new Error(
        `direct connect gateway "${name}" has the ASN ${amazonSideAsn} of transit gateway "${this.transitGateway.name}": give it another`,
      );
    }
    return new DxGateway(this, 'gateway', { name, amazonSideAsn: String(amazonSideAsn) });
  }
}

function requirePrefixes(scope: Construct, prefixes: readonly string[]): void {
  if (prefixes.length === 0) {
    throw new Error(
      `"${scope.node.path}" announces nothing to on-prem: name the ranges of the VPCs in allowedPrefixes`,
    );
  }
  prefixes.forEach(requireCidr);
}
