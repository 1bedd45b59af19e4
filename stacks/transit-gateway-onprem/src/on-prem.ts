import type { TransitGatewayOnpremEstate } from '@culvert/estate';
import type { Account } from '@culvert/stack';
import {
  DirectConnectGatewayAssociation,
  type PropagatingAttachment,
  SiteToSiteVpn,
} from '@culvert/transit-gateway';
import type { Hub } from './hub';
import { peerWithSimulatedOnPrem, type SimulatedOnPrem } from './simulated-on-prem';

/** On-prem, however it is connected. */
export type OnPrem =
  | { readonly type: 'direct-connect'; readonly attachment: DirectConnectGatewayAssociation }
  | { readonly type: 'vpn'; readonly attachment: SiteToSiteVpn }
  | ({ readonly type: 'peering' } & SimulatedOnPrem);

/**
 * Connects on-prem to the hub: by Direct Connect or VPN, whose ranges BGP announces, or by a peered
 * Transit Gateway, over which every route is static.
 *
 * @param simulation the account and Region of the peered Transit Gateway
 */
export function connectOnPrem(
  network: Account,
  hub: Hub,
  estate: TransitGatewayOnpremEstate,
  simulation: () => Account,
): OnPrem {
  const { connection, service } = estate.onPrem;
  const { transitGateway } = hub;
  switch (connection.type) {
    case 'direct-connect': {
      const attachment = new DirectConnectGatewayAssociation(network, 'direct-connect', {
        transitGateway,
        gateway:
          connection.gatewayId === undefined
            ? { name: service.name, amazonSideAsn: connection.gatewayAsn }
            : { id: connection.gatewayId },
        allowedPrefixes: [estate.api.network.cidr],
      });
      join(hub, attachment);
      return { type: 'direct-connect', attachment };
    }
    case 'vpn': {
      const attachment = new SiteToSiteVpn(network, 'vpn', {
        name: service.name,
        transitGateway,
        customerGateway: connection.customerGateway,
        logRetentionDays: estate.logRetentionDays,
      });
      join(hub, attachment);
      return { type: 'vpn', attachment };
    }
    case 'peering': {
      const simulated = peerWithSimulatedOnPrem(network, simulation(), hub, estate, connection);
      return { type: 'peering', ...simulated };
    }
  }
}

function join({ spokes, onPrem }: Hub, attachment: PropagatingAttachment): void {
  onPrem.associate('on-prem', attachment);
  spokes.propagateFrom('on-prem', attachment);
}
