import { ApiGatewayVpcLink } from '@cdktf/provider-aws/lib/api-gateway-vpc-link';
import type { NetworkLoadBalancer } from '@culvert/load-balancing';
import { Construct } from 'constructs';
import type { JsonObject } from './open-api-document';
import type { VpcLink } from './vpc-link';

/** Properties of a {@link VpcLinkV1}. */
export interface VpcLinkV1Props {
  readonly name: string;
  /** Where requests go; its `privateLinkInboundRules` must be `off`, or it refuses the link. */
  readonly loadBalancer: NetworkLoadBalancer;
}

/**
 * A VPC link of the legacy kind, which AWS recommends not to create any more: it reaches a Network
 * Load Balancer over PrivateLink from addresses that no security group can name.
 *
 * @throws when the load balancer's inbound rules hold for PrivateLink traffic
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html
 */
export class VpcLinkV1 extends Construct implements VpcLink {
  public readonly id: string;
  public readonly connection: JsonObject;

  public constructor(scope: Construct, id: string, props: VpcLinkV1Props) {
    super(scope, id);
    const { loadBalancer } = props;
    if (loadBalancer.privateLinkInboundRules === 'on') {
      throw new Error(
        `load balancer "${loadBalancer.node.path}" checks its inbound rules on PrivateLink traffic, which a VPC link V1 cannot pass: set privateLinkInboundRules to "off", or use a VPC link V2`,
      );
    }
    this.id = new ApiGatewayVpcLink(this, 'Resource', {
      name: props.name,
      targetArns: [loadBalancer.arn],
    }).id;
    this.connection = { connectionType: 'VPC_LINK', connectionId: this.id };
  }
}
