import type { Network } from '@culvert/network-model';
import type { networkWith } from './network';
import { allow, networkAcl, routeTable, securityGroup, subnet, vpc } from './network';
import {
  endpoint,
  endpointService,
  interfaceOf,
  listener,
  loadBalancer,
  target,
  targetGroup,
} from './relays';
import { merged } from './chain';

type Lists = Parameters<typeof networkWith>[0];

/** A caller with an endpoint in one VPC, the service's NLB and application in another. */
export function privateLink(said: Lists = {}): Network {
  return merged(
    {
      vpcs: [vpc('vpc', '10.0.0.0/16'), vpc('provider', '10.0.0.0/16')],
      subnets: [
        subnet('clients', 'vpc', '10.0.0.0/24'),
        subnet('services', 'provider', '10.0.2.0/24'),
      ],
      routeTables: [
        routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local' }),
        routeTable('provider-routes', 'provider', { '10.0.0.0/16': 'local' }),
      ],
      networkAcls: [networkAcl('vpc-acl', 'vpc'), networkAcl('provider-acl', 'provider')],
      securityGroups: [
        securityGroup('callers', 'vpc'),
        securityGroup('endpoints', 'vpc', {
          ingress: [allow('from callers', 443, { group: 'callers' })],
        }),
        securityGroup('balancer', 'provider', {
          ingress: [allow('clients', 443, '10.0.0.0/24')],
        }),
        securityGroup('service', 'provider', {
          ingress: [allow('from the balancer', 8443, { group: 'balancer' })],
        }),
      ],
      interfaces: [
        interfaceOf('caller', 'clients', '10.0.0.10', { groups: ['callers'] }),
        interfaceOf('vpce', 'clients', '10.0.0.20', { kind: 'endpoint', groups: ['endpoints'] }),
        interfaceOf('nlb', 'services', '10.0.2.5', { kind: 'load balancer', groups: ['balancer'] }),
        interfaceOf('app', 'services', '10.0.2.10', { groups: ['service'] }),
      ],
      endpoints: [endpoint('vpce', { endpointService: 'service' })],
      endpointServices: [endpointService('service', ['nlb'])],
      loadBalancers: [
        loadBalancer('nlb', {
          vpc: 'provider',
          listeners: [listener('nlb:443', 443, ['group'])],
        }),
      ],
      targetGroups: [targetGroup('group', 8443, [target('app')], { vpc: 'provider' })],
    },
    said,
  );
}
