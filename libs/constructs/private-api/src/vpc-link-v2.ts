import { Apigatewayv2VpcLink } from '@cdktf/provider-aws/lib/apigatewayv2-vpc-link';
import type { NetworkLoadBalancer } from '@culvert/load-balancing';
import { SecurityGroup } from '@culvert/network';
import { Construct } from 'constructs';
import type { JsonObject } from './open-api-document';
import type { VpcLink } from './vpc-link';

/** Properties of a {@link VpcLinkV2}. */
export interface VpcLinkV2Props {
  readonly name: string;
  /** Where requests go. The link has an interface in every subnet of its VPC. */
  readonly loadBalancer: NetworkLoadBalancer;
  /** The load balancer's port that integrations use. */
  readonly port: number;
}

/**
 * A VPC link of the current kind: interfaces in the VPC that wear a security group of their own,
 * which may talk to the load balancer and to nothing else.
 *
 * Its subnets and groups can never change, and after 60 days without traffic it becomes inactive and
 * fails requests until it is provisioned again.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html
 */
export class VpcLinkV2 extends Construct implements VpcLink {
  public readonly id: string;
  public readonly connection: JsonObject;

  public constructor(scope: Construct, id: string, props: VpcLinkV2Props) {
    super(scope, id);
    const { loadBalancer } = props;
    const securityGroup = new SecurityGroup(this, 'security-group', {
      vpcId: loadBalancer.vpc.id,
      name: `${props.name}-vpc-link`,
      description: `VPC link of API Gateway to ${props.name}`,
    });
    securityGroup.allowTo(loadBalancer.securityGroup, {
      port: props.port,
      description: `API Gateway calls ${props.name}`,
    });
    this.id = new Apigatewayv2VpcLink(this, 'Resource', {
      name: props.name,
      subnetIds: loadBalancer.vpc.subnetIds,
      securityGroupIds: [securityGroup.id],
      dependsOn: loadBalancer.vpc.pinnedAddressReservations,
    }).id;
    this.connection = {
      connectionType: 'VPC_LINK',
      connectionId: this.id,
      integrationTarget: loadBalancer.arn,
    };
  }
}
