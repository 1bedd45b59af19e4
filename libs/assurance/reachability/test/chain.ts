import type { Network } from '@culvert/network-model';
import { allow, networkAcl, networkWith, routeTable, securityGroup, subnet, vpc } from './network';
import { interfaceOf, listener, loadBalancer, target, targetGroup } from './relays';

type Lists = Parameters<typeof networkWith>[0];

/**
 * A caller, a load balancer that listens on 443, and a service on 8443, each in its subnet and group; what
 * a test says of a kind takes the place of that kind's components with the same id.
 */
export function chain(said: Lists = {}): Network {
  const base: Lists = {
    vpcs: [vpc('vpc', '10.0.0.0/16')],
    subnets: [
      subnet('clients', 'vpc', '10.0.0.0/24'),
      subnet('balancers', 'vpc', '10.0.1.0/24'),
      subnet('services', 'vpc', '10.0.2.0/24'),
    ],
    routeTables: [routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local' })],
    networkAcls: [networkAcl('vpc-acl', 'vpc')],
    securityGroups: [
      securityGroup('callers', 'vpc'),
      securityGroup('balancer', 'vpc', {
        ingress: [allow('from callers', 443, { group: 'callers' })],
      }),
      securityGroup('service', 'vpc', {
        ingress: [allow('from the balancer', 8443, { group: 'balancer' })],
      }),
    ],
    interfaces: [
      interfaceOf('caller', 'clients', '10.0.0.10', { groups: ['callers'] }),
      interfaceOf('nlb', 'balancers', '10.0.1.10', { kind: 'load balancer', groups: ['balancer'] }),
      interfaceOf('app', 'services', '10.0.2.10', { groups: ['service'] }),
    ],
    loadBalancers: [loadBalancer('nlb', { listeners: [listener('nlb:443', 443, ['group'])] })],
    targetGroups: [targetGroup('group', 8443, [target('10.0.2.10')])],
  };
  return merged(base, said);
}

/** The components of both; those of the second take the place of those with the same id. */
export function merged(base: Lists, said: Lists): Network {
  const kinds = [...new Set([...Object.keys(base), ...Object.keys(said)])] as (keyof Lists)[];
  return networkWith(
    Object.fromEntries(
      kinds.map((kind) => {
        const lists = [...(base[kind] ?? []), ...(said[kind] ?? [])];
        return [kind, [...new Map(lists.map((each) => [each.id, each])).values()]];
      }),
    ),
  );
}
