import { mergePatch } from '../src/private/merge-patch';
import { README_ESTATE_WITH_OKTA } from './readme-estate';

const CONNECTIONS = {
  'direct-connect': { gatewayAsn: 64513 },
  vpn: { customerGateway: { address: '203.0.113.10', bgpAsn: 65010 } },
  peering: {
    region: 'eu-west-1',
    amazonSideAsn: 64532,
    network: {
      cidr: '192.168.0.0/16',
      subnets: [
        { azId: 'euw1-az1', cidr: '192.168.10.0/24' },
        { azId: 'euw1-az2', cidr: '192.168.11.0/24' },
      ],
    },
  },
} as const;

export type ConnectionType = keyof typeof CONNECTIONS;

export const CONNECTION_TYPES = Object.keys(CONNECTIONS) as readonly ConnectionType[];

/** A patch to transitGatewayOnprem that connects on-prem so, with something about that changed. */
export function connection(type: ConnectionType, change: object = {}): object {
  return {
    onPrem: {
      connection: mergePatch({ gatewayAsn: null, ...CONNECTIONS[type], type }, change),
    },
  };
}

/** The README's estate with all scenarios, on-prem connected so and with DNS. */
export function estateConnectedBy(type: ConnectionType): unknown {
  const dns = { zones: ['corp.example.com'], servers: ['192.168.0.53'] };
  return mergePatch(README_ESTATE_WITH_OKTA, {
    transitGatewayOnprem: mergePatch(connection(type), { onPrem: { dns } }),
  });
}
