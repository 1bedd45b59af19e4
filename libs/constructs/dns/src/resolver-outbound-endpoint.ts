import type { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { Construct } from 'constructs';
import { createResolverEndpoint, DNS_PORT, DNS_PROTOCOLS } from './private/resolver-endpoint';

/** Properties of a {@link ResolverOutboundEndpoint}. */
export interface ResolverOutboundEndpointProps {
  /** The endpoint's name, and the prefix of its security group's. */
  readonly name: string;
  /** The endpoint asks from an address in every subnet of the VPC; it takes the VPC's routes. */
  readonly vpc: IsolatedVpc;
  /** The host number of the addresses, 8 to 15 and the same in every subnet. */
  readonly hostNumber: number;
}

/**
 * From where Route 53 Resolver asks DNS servers outside the VPC. Which zones go to which servers is
 * said by each `ForwardingRule`; the endpoint may talk to those servers and to nothing else.
 *
 * @throws when the name is not one that Route 53 Resolver accepts
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html
 */
export class ResolverOutboundEndpoint extends Construct {
  public readonly id: string;
  /** Whom the servers see asking: one IPv4 address for each subnet, in the order of the subnets. */
  public readonly addresses: readonly string[];
  /** The group the endpoint's interfaces wear. */
  public readonly securityGroup: SecurityGroup;

  private readonly name: string;
  private readonly servers = new Set<string>();

  public constructor(scope: Construct, id: string, props: ResolverOutboundEndpointProps) {
    super(scope, id);
    const endpoint = createResolverEndpoint(this, 'OUTBOUND', props);
    this.id = endpoint.id;
    this.addresses = endpoint.addresses;
    this.name = props.name;
    this.securityGroup = endpoint.securityGroup;
  }

  /** Lets the endpoint ask a DNS server, over UDP and TCP; saying so again changes nothing. */
  public allowTo(server: string): void {
    if (this.servers.has(server)) {
      return;
    }
    this.servers.add(server);
    for (const protocol of DNS_PROTOCOLS) {
      this.securityGroup.allowToCidr(`${server}/32`, {
        port: DNS_PORT,
        protocol,
        description: `${this.name} asks DNS server ${server}`,
      });
    }
  }
}
