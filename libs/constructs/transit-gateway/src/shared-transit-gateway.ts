import { RamResourceShareAccepter } from '@cdktf/provider-aws/lib/ram-resource-share-accepter';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type {
  AttachableTransitGateway,
  TransitGatewayAttributes,
} from './transit-gateway-attachment';

/** Properties of a {@link SharedTransitGateway}. */
export interface SharedTransitGatewayProps {
  /** The gateway in its owner's account. */
  readonly origin: TransitGatewayAttributes;
  /** What its owner does to share it with this account. */
  readonly offer: readonly ITerraformDependable[];
  /**
   * The ARN of the share that this account is invited to.
   * @default - none: within an organization no invitation is sent
   */
  readonly invitationArn?: string;
}

/**
 * A transit gateway as seen by an account it is shared with; made by `TransitGatewayShare.accept`.
 * What is attached to it waits until it can be seen.
 *
 * @see https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared-invitations.html
 */
export class SharedTransitGateway extends Construct implements AttachableTransitGateway {
  public readonly id: string;
  public readonly origin: TransitGatewayAttributes;
  public readonly sharing: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: SharedTransitGatewayProps) {
    super(scope, id);
    this.id = props.origin.id;
    this.origin = props.origin;
    this.sharing =
      props.invitationArn === undefined
        ? props.offer
        : [
            new RamResourceShareAccepter(this, 'Resource', {
              shareArn: props.invitationArn,
              dependsOn: [...props.offer],
            }),
          ];
  }
}
