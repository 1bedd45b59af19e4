import type { NetworkInterface } from '@culvert/network-model';
import { FALSE, isUnknown, type Truth, TRUE, unknownFor } from '@culvert/symbolic';
import type { Traffic } from '../connection';
import { connect } from '../network';
import type { Party } from '../party';
import { asParty, partiesAt } from './arrive';
import type { Forwarding, Model, Registration } from './model';
import type { Arrival, Stop } from './place';
import { describeTraffic } from './ports';
import { preserving } from './preserving';
import { Trail } from './trail';

/** What a load balancer sends to a target. */
export interface Delivery {
  readonly forwarding: Forwarding;
  readonly registration: Registration;
  /** Whether the target sees the client's address. */
  readonly preserves: Truth;
  /** The load balancer's interfaces. */
  readonly nodes: readonly NetworkInterface[];
  readonly to: Stop;
  readonly arrival: Arrival;
}

/** The way from the load balancer's interfaces to the target, and that of its health checks. */
export function deliver(model: Model, delivery: Delivery): Trail {
  const { registration, to, preserves, arrival } = delivery;
  const { group, target } = registration;
  const hop = { kind: 'target group', component: group.name, account: group.account } as const;
  const pairs = pairsOf(model, delivery);
  if (pairs.length === 0) {
    const detail = `no interface of the load balancer is in the zone of ${target.name}, and cross-zone is off`;
    return Trail.blocked({ ...hop, detail });
  }
  const detail = `sends to ${target.name} on ${describeTraffic(to.traffic)}`;
  const port = target.port ?? group.port;
  const portKnown = typeof port === 'number' ? TRUE : unknownPort(registration);
  return Trail.hop({ ...hop, rule: target.name, detail }, portKnown)
    .then(
      () =>
        Trail.every(
          pairs.map(({ node, receiver }) =>
            sent(model, {
              node,
              receiver,
              traffic: to.traffic,
              preserves,
              clients: arrival.senders,
            }),
          ),
        ) ?? Trail.START,
    )
    .then(() => checked(model, delivery, pairs));
}

interface Pair {
  readonly node: NetworkInterface;
  readonly receiver: Party;
}

/** Which interfaces of the load balancer send to which of the target's: within a zone unless they cross. */
function pairsOf(model: Model, { forwarding, nodes, to }: Delivery): readonly Pair[] {
  const all = partiesAt(model, to.place).flatMap((receiver) =>
    nodes.map((node): Pair => ({ node, receiver })),
  );
  return forwarding.loadBalancer.crossZone.value !== false
    ? all
    : all.filter(
        ({ node, receiver }) =>
          receiver.kind === 'outside' ||
          inOneZone(model.zoneOf(node), model.zoneOf(receiver.interface)),
      );
}

/** What is not known may be. */
function inOneZone(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

interface Sent extends Pair {
  readonly traffic: Traffic;
  readonly preserves: Truth;
  readonly clients: readonly Party[];
}

function sent(model: Model, { node, receiver, traffic, preserves, clients }: Sent): Trail {
  const own = () =>
    Trail.of(connect(model.network, { from: asParty(node), to: receiver, traffic }));
  if (preserves.value === false || receiver.kind === 'outside') {
    return own();
  }
  const client =
    Trail.every(clients.map((from) => preserving(model, { node, from, receiver, traffic }))) ??
    own();
  return preserves.value === true ? client : (Trail.every([own(), client]) ?? client);
}

/**
 * Health checks come from the load balancer's own addresses. Without a healthy target requests go to all
 * of them, which nobody may rely on.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html
 */
function checked(model: Model, delivery: Delivery, pairs: readonly Pair[]): Trail {
  const { registration, to, preserves } = delivery;
  const { group, target } = registration;
  const { enabled, port } = group.healthCheck;
  const isSame = port === undefined && to.traffic.protocol === 'tcp';
  if (enabled.value === false || (isSame && preserves.value === false)) {
    return Trail.START;
  }
  const hop = { kind: 'target group', component: group.name, account: group.account } as const;
  if (isUnknown(port)) {
    const detail = 'the port of its health check is not known';
    return Trail.unreliable({ ...hop, detail }, unknownFor(port.unknown));
  }
  const traffic: Traffic = {
    protocol: 'tcp',
    ...(port === undefined ? { ports: to.traffic.ports ?? [] } : { ports: [port] }),
  };
  const checks = Trail.every(
    pairs.map(({ node, receiver }) =>
      Trail.of(connect(model.network, { from: asParty(node), to: receiver, traffic })),
    ),
  );
  if (checks === undefined || checks.passes.value === true) {
    return Trail.START;
  }
  const [last] = checks.hops.slice(-1);
  const blocker = last === undefined ? '' : `: ${last.component}: ${last.detail}`;
  const detail = `its health check on ${describeTraffic(traffic)} does not reach ${target.name}${blocker}`;
  return Trail.unreliable(
    { ...hop, rule: 'health check', detail },
    checks.passes.value === false ? FALSE : checks.passes,
  );
}

function unknownPort({ target, group }: Registration): Truth {
  const port = target.port ?? group.port;
  return isUnknown(port) ? unknownFor(port.unknown) : unknownFor(`port of ${group.name}`);
}
