import type { ITerraformDependable } from 'cdktf';
import type { IConstruct } from 'constructs';

/** What is needed of a transit gateway in its owner's account. */
export interface TransitGatewayAttributes extends IConstruct {
  readonly id: string;
  /** The `Name` tag. */
  readonly name: string;
}

/** A transit gateway to which VPCs of an account can be attached: its own, or one shared with it. */
export interface AttachableTransitGateway extends IConstruct {
  readonly id: string;
  /** The gateway in its owner's account; in that account, the gateway itself. */
  readonly origin: TransitGatewayAttributes;
  /** What must have happened before another account sees the gateway; absent in the owner's own. */
  readonly sharing?: readonly ITerraformDependable[];
}

/**
 * Something attached to a transit gateway, and accepted where that takes two.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/tgw/working-with-transit-gateways.html
 */
export interface TransitGatewayAttachment {
  /** The gateway whose route tables the attachment can be in. */
  readonly transitGateway: TransitGatewayAttributes;
  /** The attachment's id, from the resource that completes it: to name it is to wait for it. */
  readonly attachmentId: string;
  /** Whether the attachment announces its ranges; over a peering, every route is static. */
  readonly propagates: boolean;
}

/** An attachment that announces its ranges: a VPC's own, or what on-prem announces by BGP. */
export interface PropagatingAttachment extends TransitGatewayAttachment {
  readonly propagates: true;
}
