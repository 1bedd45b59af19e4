import { IpTargetGroup, NetworkListener, NetworkLoadBalancer } from '@culvert/load-balancing';
import type { CrossAccountPrivatelinkEstate } from '@culvert/estate';
import { type IsolatedVpc, SecurityGroup } from '@culvert/network';
import { privateLinkInboundRulesFor } from '@culvert/private-api';
import { type EndpointService, InterfaceEndpoint } from '@culvert/privatelink';
import type { Account } from '@culvert/stack';
import type { Transport } from './transport';

/** The host number of the endpoint to the service. */
const SERVICE_HOST = 10;

/**
 * The way from the API's account to the service: an endpoint that the service's owner accepts, and
 * the load balancer that a VPC link needs in front of it.
 */
export function connectToService(
  account: Account,
  vpc: IsolatedVpc,
  estate: CrossAccountPrivatelinkEstate,
  transport: Transport,
  endpointService: EndpointService,
): NetworkLoadBalancer {
  const { name } = estate.application.service;
  const { port } = transport;
  const group = (id: string, description: string) =>
    new SecurityGroup(account, id, { vpcId: vpc.id, name: `${name}-${id}`, description });
  const endpointGroup = group('service-endpoint-group', `endpoint to ${name}`);
  const loadBalancerGroup = group('load-balancer-group', `load balancer in front of ${name}`);
  loadBalancerGroup.allowTo(endpointGroup, {
    port,
    description: `the load balancer calls ${name} through its endpoint`,
  });

  const request = new InterfaceEndpoint(account, 'service-endpoint', {
    name,
    vpc,
    serviceName: endpointService.serviceName,
    securityGroup: endpointGroup,
    hostNumber: SERVICE_HOST,
  });
  const connection = endpointService.accept('api', request);

  const loadBalancer = new NetworkLoadBalancer(account, 'load-balancer', {
    name: `${name}-api`,
    vpc,
    securityGroup: loadBalancerGroup,
    privateLinkInboundRules: privateLinkInboundRulesFor(estate.vpcLink, estate.standbyVpcLink),
    deletionProtection: estate.deletionProtection,
  });
  new NetworkListener(account, 'listener', {
    loadBalancer,
    port,
    targetGroup: new IpTargetGroup(account, 'endpoint-addresses', {
      name: `${name}-api`,
      vpc,
      protocol: transport.protocol,
      port,
      targets: connection.addresses,
    }),
    tls: transport.termination?.api,
  });
  return loadBalancer;
}
