import type { Network, NetworkInterface } from '@culvert/network-model';
import { connect, type Party } from '../src/index';
import {
  allow,
  networkAcl,
  networkInterface,
  networkWith,
  outside,
  party,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from './network';

export const HTTPS = { protocol: 'tcp', ports: [443] } as const;
export const INTERNET = outside('internet', '198.51.100.7');
export const ON_PREM = outside('on-prem', '192.168.0.9');
export type Lists = Parameters<typeof networkWith>[0];

/** A VPC `v` with a caller in `s1` and an API in `s2`, which lets the caller's group in. */
export function small(lists: Lists = {}): Network {
  return networkWith({
    vpcs: [vpc('v', '10.0.0.0/16')],
    subnets: [subnet('s1', 'v', '10.0.1.0/24'), subnet('s2', 'v', '10.0.2.0/24')],
    routeTables: [routeTable('v-routes', 'v', { '10.0.0.0/16': 'local' })],
    networkAcls: [networkAcl('v-acl', 'v')],
    securityGroups: [
      securityGroup('callers', 'v'),
      securityGroup('apis', 'v', { ingress: [allow('https', 443, { group: 'callers' })] }),
    ],
    interfaces: [
      networkInterface('caller', 's1', '10.0.1.9', { groups: ['callers'] }),
      networkInterface('api', 's2', '10.0.2.9', { groups: ['apis'] }),
    ],
    ...lists,
  });
}

export function end(
  network: Network,
  of: string | Party,
  said: Partial<NetworkInterface> = {},
): Party {
  if (typeof of !== 'string') return of;
  const found = network.interfaces.get(of);
  if (found === undefined) throw new Error(`no interface ${of}`);
  return party({ ...found, ...said });
}

export function ask(network: Network, from: string | Party = 'caller', to: string | Party = 'api') {
  return connect(network, { from: end(network, from), to: end(network, to), traffic: HTTPS });
}
