import type { Network } from '@culvert/network-model';
import { TRUE, type Truth } from '@culvert/symbolic';
import type { ConnectionRequest, Traffic } from '../connection';
import type { Hop } from '../hop';
import type { InterfaceParty, Party } from '../party';
import { exampleOf, explain, inDoubt } from './explain';
import { groupSteps } from './groups';
import { modelOf } from './model';
import { passing } from './step';
import { allPasses, anyPasses, neededPackets, packetsOf } from './verdict';

/** What the groups of one interface say. */
export interface Admission {
  /** Whether all of the traffic is let in. */
  readonly passes: Truth;
  /** Whether any of it is. */
  readonly leaks: Truth;
  readonly hops: readonly Hop[];
}

/**
 * Whether the security groups of the receiver let the sender in, wherever it is: what counts for a load
 * balancer that enforces them on what comes through PrivateLink.
 *
 * @throws PacketFilterError when a rule is none
 */
export function admits(
  network: Network,
  receiver: InterfaceParty,
  sender: Party,
  traffic: Traffic,
): Admission {
  const request: ConnectionRequest = { from: sender, to: receiver, traffic };
  const groups = groupSteps(modelOf(network), receiver.interface, 'ingress', sender, TRUE);
  const within = passing(groups).within(packetsOf(request));
  const passes = allPasses(request, within);
  return {
    passes,
    leaks: anyPasses(request, within),
    get hops() {
      const trip = {
        oneWay: within,
        bothWays: within,
        chains: () => [groups.map(({ hop }) => hop)],
      };
      return inDoubt(passes, explain([trip], exampleOf(neededPackets(request), passes, within)));
    },
  };
}
