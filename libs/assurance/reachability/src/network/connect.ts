import type { Network } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import { FALSE } from '@culvert/symbolic';
import type { Connection, ConnectionRequest } from '../connection';
import { exampleOf, explain, inDoubt } from './explain';
import { mayBeAdmitted } from './may-be-admitted';
import { modelOf } from './model';
import { type Trip, trips } from './trips';
import { allPasses, anyPasses, neededPackets, packetsOf } from './verdict';

/**
 * Whether packets get from every address of one party to every address of the other, and their replies
 * back: by security groups, network ACLs, routes and gateways.
 *
 * A connection over IPv4 or IPv6 is enough where both ends have both. Clients choose ports of 1024 to 65535
 * if they are load balancers, NAT gateways or functions, else 32768 to 65535. `leaks` is about any port, and
 * does not ask for replies but of TCP.
 *
 * @throws PacketFilterError when a rule is none
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
 */
export function connect(network: Network, request: ConnectionRequest): Connection {
  const model = modelOf(network);
  const asked = packetsOf(request);
  const all = () => trips(model, request.from, request.to);
  if (!mayBeAdmitted(model, request, asked)) {
    return closed(request, all);
  }
  const known = all();
  const bothWays = Passage.NONE.union(...known.map((trip) => trip.bothWays)).within(asked);
  const { protocol } = request.traffic;
  const leaking =
    protocol === 'tcp' || protocol === 6
      ? bothWays
      : Passage.NONE.union(...known.map((trip) => trip.oneWay)).within(asked);
  const passes = allPasses(request, bothWays);
  const leaks = anyPasses(request, leaking);
  return {
    passes,
    leaks,
    packets: { surely: leaking.surely, perhaps: leaking.perhaps },
    get hops() {
      return inDoubt(passes, explain(known, exampleOf(neededPackets(request), passes, bothWays)));
    },
    get leakingHops() {
      const { surely, perhaps } = leaking;
      return explain(known, surely.witness() ?? perhaps.witness());
    },
  };
}

/** Nothing passes: which component says so first, is found when it is asked for. */
function closed(request: ConnectionRequest, all: () => readonly Trip[]): Connection {
  return {
    passes: FALSE,
    leaks: FALSE,
    packets: Passage.NONE,
    leakingHops: [],
    get hops() {
      return explain(all(), exampleOf(neededPackets(request), FALSE, Passage.NONE));
    },
  };
}
