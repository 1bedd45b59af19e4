import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import type { Account } from '@culvert/stack';
import { ReachabilityPath } from '@culvert/transit-gateway';
import type { Hub } from './hub';
import type { OnPrem } from './on-prem';

/** Has AWS check both ways through the Transit Gateway after every deployment that changes them. */
export function checkReachability(
  network: Account,
  { onPrem: { service } }: TransitGatewayOnpremEstate,
  hub: Hub,
  onPrem: OnPrem,
): void {
  new ReachabilityPath(network, 'path-to-on-prem', {
    name: `${service.name}-to-on-prem`,
    from: hub.api,
    to: onPrem.attachment,
    port: service.port,
  });
  new ReachabilityPath(network, 'path-from-on-prem', {
    name: `${service.name}-from-on-prem`,
    from: onPrem.attachment,
    to: hub.api,
    port: 443,
  });
}
