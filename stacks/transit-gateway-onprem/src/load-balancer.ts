import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import { IpTargetGroup, NetworkListener, NetworkLoadBalancer } from '@culvert/load-balancing';
import { type IsolatedVpc, SecurityGroup } from '@culvert/network';
import { privateLinkInboundRulesFor } from '@culvert/private-api';
import type { Account } from '@culvert/stack';

/** The load balancer in front of the service's addresses on-prem. */
export interface OnPremLoadBalancer {
  readonly loadBalancer: NetworkLoadBalancer;
  readonly targetGroup: IpTargetGroup;
  /** The port callers connect to. */
  readonly port: number;
}

/** Balances onto the service's addresses on-prem; TLS, where there is any, passes through. */
export function createLoadBalancer(
  account: Account,
  vpc: IsolatedVpc,
  estate: TransitGatewayOnpremEstate,
): OnPremLoadBalancer {
  const { service } = estate.onPrem;
  const port = estate.tls.mode === 'none' ? 80 : 443;
  const securityGroup = new SecurityGroup(account, 'load-balancer-group', {
    vpcId: vpc.id,
    name: `${service.name}-load-balancer`,
    description: `load balancer in front of ${service.name} on-prem`,
  });
  for (const address of service.addresses) {
    securityGroup.allowToCidr(`${address}/32`, {
      port: service.port,
      description: `the load balancer calls ${service.name} on-prem`,
    });
  }
  const loadBalancer = new NetworkLoadBalancer(account, 'load-balancer', {
    name: service.name,
    vpc,
    securityGroup,
    privateLinkInboundRules: privateLinkInboundRulesFor(estate.vpcLink, estate.standbyVpcLink),
    deletionProtection: estate.deletionProtection,
  });
  const targetGroup = new IpTargetGroup(account, 'on-prem-addresses', {
    name: service.name,
    vpc,
    protocol: 'TCP',
    port: service.port,
    targets: service.addresses,
  });
  new NetworkListener(account, 'listener', { loadBalancer, port, targetGroup });
  return { loadBalancer, targetGroup, port };
}
