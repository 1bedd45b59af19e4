import { Route53ResolverRule } from '@cdktf/provider-aws/lib/route53-resolver-rule';
import { Route53ResolverRuleAssociation } from '@cdktf/provider-aws/lib/route53-resolver-rule-association';
import type { IsolatedVpc } from '@culvert/network';
import { Construct } from 'constructs';
import { Address4 } from 'ip-address';
import { requireDomainName } from './private/domain-name';
import { requireResolverName } from './private/resolver-name';
import type { ResolverOutboundEndpoint } from './resolver-outbound-endpoint';

/** Route 53 Resolver asks at most this many servers for a zone. */
const MAX_SERVERS = 6;

/** Properties of a {@link ForwardingRule}. */
export interface ForwardingRuleProps {
  /** The rule's name. */
  readonly name: string;
  /** The zone, such as `corp.example.com`; the rule holds for every name in it. */
  readonly domainName: string;
  /** IPv4 addresses of the DNS servers that know the zone, asked on port 53. */
  readonly servers: readonly string[];
  /** From where they are asked. */
  readonly endpoint: ResolverOutboundEndpoint;
  /** The VPCs that resolve the zone so, in the endpoint's account and Region. */
  readonly vpcs: readonly IsolatedVpc[];
}

/**
 * Sends questions about a zone to DNS servers outside AWS, and lets the outbound endpoint talk to them.
 *
 * @throws when the name or the zone is not valid, a server is no IPv4 address or named twice, there are
 * none or more than six, or no VPC is named
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html
 */
export class ForwardingRule extends Construct {
  public readonly id: string;

  public constructor(scope: Construct, id: string, props: ForwardingRuleProps) {
    super(scope, id);
    requireResolverName(props.name);
    requireDomainName(props.domainName);
    requireServers(props);
    if (props.vpcs.length === 0) {
      throw new Error(`forwarding rule "${props.name}" names no VPC: give at least one`);
    }
    this.id = new Route53ResolverRule(this, 'Resource', {
      name: props.name,
      ruleType: 'FORWARD',
      domainName: props.domainName,
      resolverEndpointId: props.endpoint.id,
      targetIp: props.servers.map((ip) => ({ ip, port: 53 })),
      tags: { Name: props.name },
    }).id;
    for (const server of props.servers) {
      props.endpoint.allowTo(server);
    }
    for (const vpc of props.vpcs) {
      new Route53ResolverRuleAssociation(this, `association-${vpc.node.id}`, {
        name: props.name,
        resolverRuleId: this.id,
        vpcId: vpc.id,
      });
    }
  }
}

function requireServers({ name, servers }: ForwardingRuleProps): void {
  const addresses = servers.filter((ip) => Address4.isValid(ip) && !ip.includes('/'));
  const distinct = new Set(addresses).size;
  if (distinct !== servers.length || distinct === 0 || distinct > MAX_SERVERS) {
    throw new Error(
      `forwarding rule "${name}" has servers [${servers.join(', ')}]: give 1 to ${MAX_SERVERS} IPv4 addresses, each once`,
    );
  }
}
