import { Route53ResolverEndpoint } from '@cdktf/provider-aws/lib/route53-resolver-endpoint';
import { type IsolatedVpc, SecurityGroup } from '@culvert/network';
import type { Construct } from 'constructs';
import { requireResolverName } from './resolver-name';

/** What the two kinds of Resolver endpoint are made of. */
export interface ResolverEndpointParts {
  readonly id: string;
  readonly addresses: readonly string[];
  readonly securityGroup: SecurityGroup;
}

/** Creates the endpoint and the group it wears as children of `scope`. */
export function createResolverEndpoint(
  scope: Construct,
  direction: 'INBOUND' | 'OUTBOUND',
  props: { readonly name: string; readonly vpc: IsolatedVpc; readonly hostNumber: number },
): ResolverEndpointParts {
  const { name, vpc } = props;
  requireResolverName(name);
  const securityGroup = new SecurityGroup(scope, 'security-group', {
    vpcId: vpc.id,
    name: `${name}-resolver-${direction.toLowerCase()}`,
    description: `${direction.toLowerCase()} Resolver endpoint of ${name}`,
  });
  const addresses = vpc.pinnedAddresses(props.hostNumber);
  const { id } = new Route53ResolverEndpoint(scope, 'Resource', {
    name,
    direction,
    securityGroupIds: [securityGroup.id],
    ipAddress: vpc.subnetIds.map((subnetId, index) => ({ subnetId, ip: addresses[index] })),
    tags: { Name: name },
  });
  return { id, addresses, securityGroup };
}

/** DNS asks over UDP, and over TCP when an answer is large. */
export const DNS_PROTOCOLS = ['tcp', 'udp'] as const;

export const DNS_PORT = 53;
