import type { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { Construct } from 'constructs';
import { createResolverEndpoint, DNS_PORT, DNS_PROTOCOLS } from './private/resolver-endpoint';

/** Properties of a {@link ResolverInboundEndpoint}. */
export interface ResolverInboundEndpointProps {
  /** The endpoint's name, and the prefix of its security group's. */
  readonly name: string;
  /** The endpoint has an address in every subnet of the VPC, and answers with what the VPC resolves. */
  readonly vpc: IsolatedVpc;
  /** The host number of the addresses, 8 to 15 and the same in every subnet. */
  readonly hostNumber: number;
}

/**
 * Where DNS servers outside the VPC ask for its names: private DNS of interface endpoints and private
 * hosted zones. Its addresses are pinned, so that conditional forwarders can name them. Nobody may ask
 * until {@link ResolverInboundEndpoint.allowFromCidr} says who.
 *
 * @throws when the name is not one that Route 53 Resolver accepts
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html
 */
export class ResolverInboundEndpoint extends Construct {
  public readonly id: string;
  /** What conditional forwarders name: one IPv4 address for each subnet, in the order of the subnets. */
  public readonly addresses: readonly string[];
  /** The group the endpoint's interfaces wear. */
  public readonly securityGroup: SecurityGroup;

  private readonly name: string;

  public constructor(scope: Construct, id: string, props: ResolverInboundEndpointProps) {
    super(scope, id);
    const endpoint = createResolverEndpoint(this, 'INBOUND', props);
    this.id = endpoint.id;
    this.addresses = endpoint.addresses;
    this.name = props.name;
    this.securityGroup = endpoint.securityGroup;
  }

  /**
   * Lets an IPv4 range ask, over UDP and TCP.
   * @throws when the range is the whole internet
   */
  public allowFromCidr(cidrIpv4: string): void {
    for (const protocol of DNS_PROTOCOLS) {
      this.securityGroup.allowFromCidr(cidrIpv4, {
        port: DNS_PORT,
        protocol,
        description: `${cidrIpv4} asks ${this.name} for names`,
      });
    }
  }
}
