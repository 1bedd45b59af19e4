import type { ResourceGraph } from '@culvert/terraform-graph';
import { apiDomains } from './build/api-domains';
import { appliances } from './build/appliances';
import { apis } from './build/apis';
import { endpointServices } from './build/endpoint-services';
import { endpoints } from './build/endpoints';
import { functionUrls } from './build/function-urls';
import { hostedZones } from './build/hosted-zones';
import { interfaces } from './build/interfaces';
import { internetGateways } from './build/internet-gateways';
import { loadBalancers } from './build/load-balancers';
import { natGateways } from './build/nat-gateways';
import { networkAcls } from './build/network-acls';
import { peerings } from './build/peerings';
import { resolverRules } from './build/resolver-rules';
import { routeTables } from './build/route-tables';
import { securityGroups } from './build/security-groups';
import { subnets } from './build/subnets';
import { targetGroups } from './build/target-groups';
import { transitGatewayAttachments } from './build/transit-gateway-attachments';
import { transitGatewayRouteTables } from './build/transit-gateway-route-tables';
import { transitGateways } from './build/transit-gateways';
import { vpcLinks } from './build/vpc-links';
import { vpcs } from './build/vpcs';
import { vpnGateways } from './build/vpn-gateways';
import { workloads } from './build/workloads';
import type { NetworkContext } from './context';
import type { Network } from './network';
import type { Source } from './private/source';

type Builders = { readonly [Kind in keyof Network]: (source: Source) => Network[Kind] };

const BUILDERS: Builders = {
  vpcs,
  subnets,
  routeTables,
  networkAcls,
  securityGroups,
  interfaces,
  workloads,
  internetGateways,
  natGateways,
  vpnGateways,
  peerings,
  appliances,
  transitGateways,
  transitGatewayAttachments,
  transitGatewayRouteTables,
  loadBalancers,
  targetGroups,
  endpoints,
  endpointServices,
  vpcLinks,
  apis,
  apiDomains,
  functionUrls,
  hostedZones,
  resolverRules,
};

/**
 * The network that documents describe. Each kind of component is built when it is asked for first.
 *
 * @param context what no document holds
 */
export function networkOf(graph: ResourceGraph, context: NetworkContext = {}): Network {
  const network = {} as Network;
  const source: Source = { graph, context, network };
  for (const kind of Object.keys(BUILDERS) as (keyof Network)[]) {
    let built: Network[typeof kind] | undefined;
    Object.defineProperty(network, kind, {
      enumerable: true,
      get: () => (built ??= BUILDERS[kind](source)),
    });
  }
  return network;
}
