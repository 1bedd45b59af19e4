import { type CrossAccountPrivatelinkEstate, vpcOf } from '@culvert/estate';
import { IpTargetGroup, NetworkListener, NetworkLoadBalancer } from '@culvert/load-balancing';
import { IsolatedVpc, SecurityGroup } from '@culvert/network';
import { ConnectionNotification, EndpointService } from '@culvert/privatelink';
import type { Account } from '@culvert/stack';
import { TerraformOutput } from 'cdktf';
import type { Transport } from './transport';

/** The account that runs the service, and offers it to the API's account over PrivateLink. */
export function createApplication(
  account: Account,
  estate: CrossAccountPrivatelinkEstate,
  transport: Transport,
  apiAccountId: string,
): EndpointService {
  const { service } = estate.application;
  const vpc = new IsolatedVpc(account, 'vpc', {
    name: `${service.name}-application`,
    ...vpcOf(estate.application.network),
    flowLogRetentionDays: estate.logRetentionDays,
  });

  const securityGroup = new SecurityGroup(account, 'load-balancer-group', {
    vpcId: vpc.id,
    name: `${service.name}-load-balancer`,
    description: `load balancer of ${service.name}`,
  });
  for (const { cidr } of estate.api.network.subnets) {
    securityGroup.allowFromCidr(cidr, {
      port: transport.port,
      description: `the load balancer of the API calls ${service.name}`,
    });
  }
  for (const target of service.targets) {
    securityGroup.allowToCidr(`${target}/32`, {
      port: service.port,
      description: `the load balancer calls ${service.name}`,
    });
  }

  const loadBalancer = new NetworkLoadBalancer(account, 'load-balancer', {
    name: service.name,
    vpc,
    securityGroup,
    deletionProtection: estate.deletionProtection,
  });
  new NetworkListener(account, 'listener', {
    loadBalancer,
    port: transport.port,
    targetGroup: new IpTargetGroup(account, 'targets', {
      name: service.name,
      vpc,
      protocol: transport.protocol,
      port: service.port,
      targets: service.targets,
    }),
    tls: transport.termination?.application,
  });

  const endpointService = new EndpointService(account, 'endpoint-service', {
    name: service.name,
    loadBalancer,
    allowedPrincipals: [`arn:aws:iam::${apiAccountId}:root`],
    privateDnsName: service.privateDnsName,
  });
  const notification = new ConnectionNotification(account, 'connection-notification', {
    name: `${service.name}-connections`,
    service: endpointService,
  });

  new TerraformOutput(account, 'service_load_balancer_security_group_id', {
    staticId: true,
    value: securityGroup.id,
    description: 'the group that the service lets in',
  });
  new TerraformOutput(account, 'connection_topic_arn', {
    staticId: true,
    value: notification.topicArn,
    description: 'hears of every connection to the endpoint service',
  });
  if (service.privateDnsName !== undefined) {
    new TerraformOutput(account, 'private_dns_verification', {
      staticId: true,
      value: endpointService.privateDnsVerification,
      description: `the TXT record that proves the ownership of ${service.privateDnsName}`,
    });
  }
  return endpointService;
}
