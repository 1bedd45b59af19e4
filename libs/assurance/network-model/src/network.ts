import type { Api, ApiDomain, VpcLink } from './api';
import type { Appliance } from './appliance';
import type { HostedZone, ResolverRule } from './dns';
import type { FunctionUrl } from './function-url';
import type {
  InternetGateway,
  NatGateway,
  Peering,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRouteTable,
  VpnGateway,
} from './gateways';
import type { LoadBalancer, TargetGroup } from './load-balancer';
import type { NetworkInterface } from './network-interface';
import type { Endpoint, EndpointService } from './private-link';
import type { SecurityGroup } from './security-group';
import type { RouteTable, Subnet, SubnetAcl, Vpc } from './vpc';
import type { Workload } from './workload';

/** The components of one kind, by id. */
export type ById<T> = ReadonlyMap<string, T>;

/** Everything that is connected, in any number of accounts and Regions. A reference to what is not here is a fact that is missing. */
export interface Network {
  readonly vpcs: ById<Vpc>;
  readonly subnets: ById<Subnet>;
  readonly routeTables: ById<RouteTable>;
  readonly networkAcls: ById<SubnetAcl>;
  readonly securityGroups: ById<SecurityGroup>;
  readonly interfaces: ById<NetworkInterface>;
  readonly workloads: ById<Workload>;
  readonly internetGateways: ById<InternetGateway>;
  readonly natGateways: ById<NatGateway>;
  readonly vpnGateways: ById<VpnGateway>;
  readonly peerings: ById<Peering>;
  /** Of those that nothing is said of, it is not known what passes. */
  readonly appliances: ById<Appliance>;
  readonly transitGateways: ById<TransitGateway>;
  readonly transitGatewayAttachments: ById<TransitGatewayAttachment>;
  readonly transitGatewayRouteTables: ById<TransitGatewayRouteTable>;
  readonly loadBalancers: ById<LoadBalancer>;
  readonly targetGroups: ById<TargetGroup>;
  readonly endpoints: ById<Endpoint>;
  readonly endpointServices: ById<EndpointService>;
  readonly vpcLinks: ById<VpcLink>;
  readonly apis: ById<Api>;
  readonly apiDomains: ById<ApiDomain>;
  readonly functionUrls: ById<FunctionUrl>;
  readonly hostedZones: ById<HostedZone>;
  readonly resolverRules: ById<ResolverRule>;
}
