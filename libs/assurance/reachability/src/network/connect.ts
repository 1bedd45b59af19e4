import type { Network } from '@culvert/network-model';
import { Passage } from '@culvert/packet-filter';
import type { Connection, ConnectionRequest } from '../connection';
import { exampleOf, explain, inDoubt } from './explain';
import { modelOf } from './model';
import { trips } from './trips';
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
  const all = trips(model, request.from, request.to);
  const asked = packetsOf(request);
  const bothWays = Passage.NONE.union(...all.map((trip) => trip.bothWays)).within(asked);
  const leaking =
    request.traffic.protocol === 'tcp' || request.traffic.protocol === 6
      ? bothWays
      : Passage.NONE.union(...all.map((trip) => trip.oneWay)).within(asked);
  const passes = allPasses(request, bothWays);
  const leaks = anyPasses(request, leaking);
  return {
    passes,
    leaks,
    packets: { surely: leaking.surely, perhaps: leaking.perhaps },
    get hops() {
      return inDoubt(passes, explain(all, exampleOf(neededPackets(request), passes, bothWays)));
    },
    get leakingHops() {
      const { surely, perhaps } = leaking;
      return explain(all, surely.witness() ?? perhaps.witness());
    },
  };
}
