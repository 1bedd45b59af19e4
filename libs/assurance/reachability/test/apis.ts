import type { Network } from '@culvert/network-model';
import { chain } from './chain';
import type { networkWith } from './network';
import { allow, securityGroup } from './network';
import { api, endpoint, interfaceOf, method, vpcLink, workload } from './relays';

type Lists = Parameters<typeof networkWith>[0];

export const ORDERS = method('GET /orders', {
  integration: {
    kind: 'vpc-link',
    vpcLink: 'link',
    target: 'nlb',
    port: 443,
    uri: 'https://orders.example.com/v1/orders',
  },
});

/** A private API in front of the chain, which a VPC link calls; the caller has an endpoint for it. */
export function privateApi(said: Lists = {}): Network {
  const own: Lists = {
    securityGroups: [
      securityGroup('endpoints', 'vpc', {
        ingress: [allow('from callers', 443, { group: 'callers' })],
      }),
      securityGroup('links', 'vpc'),
      securityGroup('balancer', 'vpc', {
        ingress: [allow('from links', 443, { group: 'links' })],
      }),
    ],
    interfaces: [
      interfaceOf('vpce', 'clients', '10.0.0.20', { kind: 'endpoint', groups: ['endpoints'] }),
      interfaceOf('link', 'balancers', '10.0.1.30', { kind: 'vpc link', groups: ['links'] }),
    ],
    endpoints: [endpoint('vpce', { aws: 'execute-api' })],
    vpcLinks: [vpcLink('link', 2)],
    apis: [
      api('api', [
        ORDERS,
        method('POST /orders', { integration: { kind: 'function', function: 'fn' } }),
      ]),
    ],
    workloads: [workload('fn', 'function')],
  };
  const kinds = [...new Set([...Object.keys(own), ...Object.keys(said)])] as (keyof Lists)[];
  return chain(
    Object.fromEntries(kinds.map((kind) => [kind, [...(own[kind] ?? []), ...(said[kind] ?? [])]])),
  );
}
