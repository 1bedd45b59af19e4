import type { Network } from '@culvert/network-model';
import { TRUE } from '@culvert/symbolic';
import fc from 'fast-check';
import { allow, networkAcl, networkWith, routeTable, securityGroup, subnet, vpc } from './network';
import { interfaceOf, listener, loadBalancer, target, targetGroup } from './relays';

const PORTS = [1001, 1002] as const;

/** `from` may open connections to `to` on the port. */
export interface Allowed {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

/** The load balancer listens on `port` and forwards to `to` on `toPort`. */
export interface Forwarded {
  readonly by: string;
  readonly port: number;
  readonly to: string;
  readonly toPort: number;
}

/** A few callers, load balancers and applications of one VPC, each with its own group. */
export interface Chain {
  readonly allowed: readonly Allowed[];
  readonly forwarded: readonly Forwarded[];
}

export const CALLERS = ['caller-1', 'caller-2'];
export const APPS = ['app'];
const BALANCERS = ['balancer-1', 'balancer-2', 'balancer-3'];
const NODES = [...CALLERS, ...APPS, ...BALANCERS];

const port = fc.constantFrom(...PORTS);

export const allowed: fc.Arbitrary<Allowed> = fc.record({
  from: fc.constantFrom(...NODES),
  to: fc.constantFrom(...APPS, ...BALANCERS),
  port,
});

const forwarded: fc.Arbitrary<Forwarded> = fc.record({
  by: fc.constantFrom(...BALANCERS),
  port,
  to: fc.constantFrom(...APPS, ...BALANCERS),
  toPort: port,
});

export const chains: fc.Arbitrary<Chain> = fc.record({
  allowed: fc.array(allowed, { minLength: 6, maxLength: 30 }),
  forwarded: fc.uniqueArray(forwarded, {
    minLength: 2,
    maxLength: 6,
    selector: ({ by, port: own }) => `${by} ${own}`,
  }),
});

export function networkOfChain({ allowed: rules, forwarded: forwardings }: Chain): Network {
  return networkWith({
    vpcs: [vpc('vpc', '10.0.0.0/16')],
    subnets: [subnet('subnet', 'vpc', '10.0.0.0/24')],
    routeTables: [routeTable('vpc-routes', 'vpc', { '10.0.0.0/16': 'local' })],
    networkAcls: [networkAcl('vpc-acl', 'vpc')],
    securityGroups: NODES.map((node) =>
      securityGroup(node, 'vpc', {
        ingress: rules
          .filter(({ to }) => to === node)
          .map((rule) => allow(`${rule.from} ${rule.port}`, rule.port, { group: rule.from })),
      }),
    ),
    interfaces: NODES.map((node, index) =>
      interfaceOf(node, 'subnet', `10.0.0.${10 + index}`, {
        groups: [node],
        kind: BALANCERS.includes(node) ? 'load balancer' : 'instance',
      }),
    ),
    loadBalancers: BALANCERS.map((id) =>
      loadBalancer(id, {
        kind: 'application',
        crossZone: TRUE,
        listeners: forwardings
          .filter(({ by }) => by === id)
          .map((each) => listener(`${id}:${each.port}`, each.port, [groupId(each)])),
      }),
    ),
    targetGroups: forwardings.map((each) =>
      targetGroup(groupId(each), each.toPort, [target(each.to)], { kind: 'instance' }),
    ),
  });
}

function groupId({ by, port: own }: Forwarded): string {
  return `targets of ${by}:${own}`;
}

/** Whether requests of the caller get to the application on the port: every step is tried, one by one. */
export function arrives(chain: Chain, caller: string, app: string, onPort: number): boolean {
  const seen = new Set<string>();
  const open = (from: string, to: string, own: number) =>
    chain.allowed.some((each) => each.from === from && each.to === to && each.port === own);
  const visit = (node: string, own: number): void => {
    if (!seen.has(`${node} ${own}`)) {
      seen.add(`${node} ${own}`);
      for (const { by, port: listens, to, toPort } of chain.forwarded) {
        if (by === node && listens === own && open(node, to, toPort)) {
          visit(to, toPort);
        }
      }
    }
  };
  for (const node of [...APPS, ...BALANCERS]) {
    for (const own of PORTS) {
      if (open(caller, node, own)) {
        visit(node, own);
      }
    }
  }
  return seen.has(`${app} ${onPort}`);
}
