import type { ConnectionType } from './connections';

/** Where a change makes a mistake, and the change. */
type Planted = readonly [path: string, patch: object];

const OF_ANY: readonly Planted[] = [
  ['/accounts/api/id', { accounts: { api: { id: 444455556666 } } }],
  ['/accounts/consumer/roleArn', { accounts: { consumer: { roleArn: 'admin' } } }],
  ['/state/type', { state: { type: 'gcs' } }],
  ['/tags/owner', { tags: { owner: 1 } }],
  ['/environment', { environment: 'production' }],
  privatelink('/tls/mode', { tls: { mode: 'tls' } }),
  privatelink('/vpcLink', { vpcLink: 'v3' }),
  privatelink('/logRetentionDays', { logRetentionDays: 100 }),
  privatelink('/application/account', { application: { account: 'nobody' } }),
  privatelink('/application/service/name', { application: { service: { name: 'Orders' } } }),
  privatelink('/application/service/targets/1', {
    application: { service: { targets: ['10.40.0.20', '10.9.9.9'] } },
  }),
  privatelink('/application/network/subnets/0/azId', {
    application: {
      network: {
        subnets: [
          { azId: 'euc1-az9', cidr: '10.40.0.0/24' },
          { azId: 'euc1-az2', cidr: '10.40.1.0/24' },
        ],
      },
    },
  }),
  privatelink('/api/host', { api: { host: null } }),
  privatelink('/api/network/cidr', { api: { network: { cidr: '10.41.0.1/16' } } }),
  privatelink('/consumer/network/cidr', { consumer: { network: { cidr: 'all' } } }),
  privatelink('/consumer/network/subnets/1/cidr', {
    consumer: {
      network: {
        subnets: [
          { azId: 'euc1-az1', cidr: '10.42.0.0/24' },
          { azId: 'euc1-az2', cidr: '10.42.0.0/28' },
        ],
      },
    },
  }),
  onprem('/tls/mode', { tls: { mode: 'terminate' } }),
  onprem('/standbyVpcLink', { standbyVpcLink: 'v2' }),
  onprem('/reachabilityAnalyzer', { reachabilityAnalyzer: 'yes' }),
  onprem('/network/account', { network: { account: 'nobody' } }),
  onprem('/network/sharing', { network: { sharing: 'everyone' } }),
  onprem('/network/amazonSideAsn', { network: { amazonSideAsn: 1 } }),
  onprem('/onPrem/cidrs/1', { onPrem: { cidrs: ['192.168.0.0/16', '172.20.0.1/16'] } }),
  onprem('/onPrem/service/name', { onPrem: { service: { name: 'Billing' } } }),
  onprem('/onPrem/service/addresses/1', {
    onPrem: { service: { addresses: ['192.168.10.20', '10.9.9.9'] } },
  }),
  onprem('/onPrem/dns/zones/0', { onPrem: { dns: { zones: ['Corp'] } } }),
  onprem('/onPrem/dns/servers/0', { onPrem: { dns: { servers: ['10.9.9.9'] } } }),
  onprem('/api/stageName', { api: { stageName: 'a stage' } }),
  onprem('/api/host', { api: { host: 'billing.example.com' } }),
  onprem('/consumer/network/cidr', { consumer: { network: { cidr: '10.44.0.0/15' } } }),
  onprem('/consumer/privateDns', { consumer: { privateDns: 'both' } }),
  okta('/rotationDays', { rotationDays: 0 }),
  okta('/caller/account', { caller: { account: 'nobody' } }),
  okta('/credentialOwnerRoleArns/0', { credentialOwnerRoleArns: ['admin'] }),
  okta('/okta/domain', { okta: { domain: 'https://example.okta.com' } }),
  okta('/okta/management/clientId', { okta: { management: { clientId: null } } }),
  okta('/egress/natSubnets/1/cidr', {
    egress: {
      natSubnets: [
        { azId: 'euc1-az1', cidr: '10.46.9.0/28' },
        { azId: 'euc1-az2', cidr: '10.46.1.0/28' },
      ],
    },
  }),
  okta('/egress/firewallSubnets', {
    egress: { firewallSubnets: [{ azId: 'euc1-az1', cidr: '10.46.8.0/28' }] },
  }),
  okta('/internalApi/transitGatewayId', { internalApi: { transitGatewayId: 'tgw' } }),
  okta('/internalApi/cidrs/0', { internalApi: { cidrs: ['192.168.0.1/16'] } }),
  okta('/callers/orders/algorithm', { callers: { orders: { algorithm: 'HS256' } } }),
  okta('/callers/orders/apiBaseUrl', {
    callers: { orders: { apiBaseUrl: 'http://orders.corp.example.com' } },
  }),
  okta('/callers/orders/scopes/0', { callers: { orders: { scopes: ['orders read'] } } }),
  okta('/callers/shipments/clientId', {
    callers: { shipments: { clientId: '0oa1a1a1a1a1a1a1a1a1' } },
  }),
  okta('/callers/shipments/accounts/1/username', {
    callers: {
      shipments: {
        accounts: [
          { username: 'same@example.com', userId: '00u1' },
          { username: 'same@example.com', userId: '00u2' },
        ],
      },
    },
  }),
  okta('/callers/shipments/reservedConcurrency', {
    callers: { shipments: { reservedConcurrency: 0 } },
  }),
];

/**
 * Changes to an estate with all scenarios, none of which hides another, by how on-prem is
 * connected.
 */
export const INDEPENDENT_MISTAKES: Readonly<Record<ConnectionType, readonly Planted[]>> = {
  'direct-connect': [...OF_ANY, connection('/gatewayAsn', { gatewayAsn: 7224 })],
  vpn: [
    ...OF_ANY,
    connection('/customerGateway/address', { customerGateway: { address: '10.0.0.1' } }),
    connection('/customerGateway/bgpAsn', { customerGateway: { bgpAsn: 0 } }),
  ],
  peering: [
    ...OF_ANY,
    connection('/region', { region: 'eu-west-9' }),
    connection('/amazonSideAsn', { amazonSideAsn: 7224 }),
    connection('/network/cidr', { network: { cidr: '192.168.0.1/16' } }),
  ],
};

function privatelink(path: string, patch: object): Planted {
  return [`/crossAccountPrivatelink${path}`, { crossAccountPrivatelink: patch }];
}

function onprem(path: string, patch: object): Planted {
  return [`/transitGatewayOnprem${path}`, { transitGatewayOnprem: patch }];
}

function okta(path: string, patch: object): Planted {
  return [`/oktaCaller${path}`, { oktaCaller: patch }];
}

function connection(path: string, patch: object): Planted {
  return onprem(`/onPrem/connection${path}`, { onPrem: { connection: patch } });
}
