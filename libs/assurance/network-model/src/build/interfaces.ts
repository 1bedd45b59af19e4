import type { ById } from '../network';
import type { NetworkInterface } from '../network-interface';
import { endpointInterfaces } from '../private/interfaces/endpoint-interfaces';
import { fleetInterfaces } from '../private/interfaces/fleets';
import { instanceInterfaces } from '../private/interfaces/instances';
import { loadBalancerInterfaces } from '../private/interfaces/load-balancer-interfaces';
import { networkInterfaces } from '../private/interfaces/network-interfaces';
import { serviceInterfaces } from '../private/interfaces/service-interfaces';
import { shapedInterfaces } from '../private/interfaces/shaped';
import type { Source } from '../private/source';

/** Every interface of whatever has some; see `private/interfaces/shapes.ts` for which has. */
export function interfaces(source: Source): ById<NetworkInterface> {
  const all = [
    networkInterfaces,
    instanceInterfaces,
    fleetInterfaces,
    loadBalancerInterfaces,
    endpointInterfaces,
    serviceInterfaces,
    shapedInterfaces,
  ].flatMap((build) => build(source));
  return new Map(withOwnIds(all).map((each) => [each.id, each]));
}

/** Two of one owner in one subnet are told apart by their number. */
function withOwnIds(all: readonly NetworkInterface[]): readonly NetworkInterface[] {
  const seen = new Map<string, number>();
  return all.map((each) => {
    const count = (seen.get(each.id) ?? 0) + 1;
    seen.set(each.id, count);
    return count === 1 ? each : { ...each, id: `${each.id} #${count}` };
  });
}
