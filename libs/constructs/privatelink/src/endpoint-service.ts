import { VpcEndpointService } from '@cdktf/provider-aws/lib/vpc-endpoint-service';
import type { NetworkLoadBalancer } from '@culvert/load-balancing';
import { Construct } from 'constructs';
import { AcceptedConnection, type EndpointServiceAttributes } from './accepted-connection';
import type { InterfaceEndpoint } from './interface-endpoint';

/** Properties of an {@link EndpointService}. */
export interface EndpointServiceProps {
  /** The `Name` tag. */
  readonly name: string;
  /** The load balancer that callers reach through the service. */
  readonly loadBalancer: NetworkLoadBalancer;
  /**
   * ARNs of who may ask for a connection, such as `arn:aws:iam::222222222222:root`.
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html#add-remove-permissions
   */
  readonly allowedPrincipals: readonly string[];
  /**
   * A name that callers may resolve to their endpoint once its domain is verified and they turn
   * private DNS on. Turning it on before verification breaks them.
   * @default - none: callers use the endpoint's own names
   * @see https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html
   */
  readonly privateDnsName?: string;
}

/**
 * A service that other accounts reach over PrivateLink. Principals are named, and each connection
 * waits until {@link EndpointService.accept} accepts it.
 *
 * @throws when no principal is named, or everyone is
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export class EndpointService extends Construct implements EndpointServiceAttributes {
  public readonly id: string;
  /** The name that consumers ask for, such as `com.amazonaws.vpce.eu-central-1.vpce-svc-0a1b…`. */
  public readonly serviceName: string;
  /** The ids of the Availability Zones in which an endpoint to the service can be. */
  public readonly azIds: readonly string[];

  private readonly service: VpcEndpointService;

  public constructor(scope: Construct, id: string, props: EndpointServiceProps) {
    super(scope, id);
    requireNamedPrincipals(props);
    this.service = new VpcEndpointService(this, 'Resource', {
      networkLoadBalancerArns: [props.loadBalancer.arn],
      acceptanceRequired: true,
      allowedPrincipals: [...props.allowedPrincipals],
      privateDnsName: props.privateDnsName,
      supportedIpAddressTypes: ['ipv4'],
      tags: { Name: props.name },
    });
    this.id = this.service.id;
    this.serviceName = this.service.serviceName;
    this.azIds = props.loadBalancer.azIds;
  }

  /** The TXT record that proves the ownership of the private DNS name's domain. */
  public get privateDnsVerification(): { readonly name: string; readonly value: string } {
    const configuration = this.service.privateDnsNameConfiguration.get(0);
    return { name: configuration.name, value: configuration.value };
  }

  /** Accepts a consumer's request, as the owner of the service. */
  public accept(id: string, request: InterfaceEndpoint): AcceptedConnection {
    return new AcceptedConnection(this, id, { service: this, request });
  }
}

function requireNamedPrincipals({ name, allowedPrincipals }: EndpointServiceProps): void {
  if (allowedPrincipals.length === 0 || allowedPrincipals.some((arn) => arn.includes('*'))) {
    throw new Error(
      `endpoint service "${name}" allows [${allowedPrincipals.join(', ')}]: name each principal by its ARN, without wildcards`,
    );
  }
}
