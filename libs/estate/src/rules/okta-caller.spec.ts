import { mistakesIn } from '../../test/mistakes-in';
import { changedOkta } from '../../test/readme-estate';

const subnets = (...cidrs: [azId: string, cidr: string][]) =>
  cidrs.map(([azId, cidr]) => ({ azId, cidr }));
const PROXY = {
  type: 'proxy',
  firewallSubnets: null,
  natSubnets: null,
  url: 'http://proxy.corp.example.com:3128',
  cidrs: ['192.168.9.0/24'],
  transitGatewayId: 'tgw-0a1b2c3d4e5f67890',
};
const PRIVATE_API = { type: 'private-api', transitGatewayId: null, cidrs: null, account: 'api' };
const API_URL = 'https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/live';
const DNS = { zones: ['corp.example.com'], servers: ['192.168.0.53'] };

describe('rules for callers with tokens of Okta', () => {
  it.each([
    ['a proxy', { egress: PROXY, dns: DNS }],
    [
      'private APIs',
      {
        internalApi: PRIVATE_API,
        callers: { orders: { apiBaseUrl: API_URL }, shipments: { apiBaseUrl: API_URL } },
      },
    ],
    ['DNS behind the Transit Gateway', { dns: DNS }],
  ])('allow %s', (_title, patch) => {
    expect(mistakesIn(changedOkta(patch))).toEqual([]);
  });

  it.each([
    [
      'the account of private APIs that is none',
      {
        internalApi: { ...PRIVATE_API, account: 'nobody' },
        callers: { orders: { apiBaseUrl: API_URL }, shipments: { apiBaseUrl: API_URL } },
      },
      '/internalApi/account',
      'one of the accounts application, api, consumer, network',
    ],
    [
      'an owner of credentials in another account',
      { credentialOwnerRoleArns: ['arn:aws:iam::444455556666:role/okta'] },
      '/credentialOwnerRoleArns/0',
      'a role of account 111122223333',
    ],
    [
      'a firewall in another zone than the network',
      {
        egress: {
          firewallSubnets: subnets(['euc1-az1', '10.46.8.0/28'], ['euc1-az3', '10.46.8.16/28']),
        },
      },
      '/egress/firewallSubnets/1/azId',
      "a subnet in each zone of the caller's network (euc1-az1, euc1-az2)",
    ],
    [
      'NAT gateways that a zone of the network has none of',
      {
        caller: {
          network: {
            subnets: subnets(
              ['euc1-az1', '10.46.0.0/24'],
              ['euc1-az2', '10.46.1.0/24'],
              ['euc1-az3', '10.46.2.0/24'],
            ),
          },
        },
        egress: {
          firewallSubnets: subnets(
            ['euc1-az1', '10.46.8.0/28'],
            ['euc1-az2', '10.46.8.16/28'],
            ['euc1-az3', '10.46.8.32/28'],
          ),
        },
      },
      '/egress/natSubnets',
      "a subnet in each zone of the caller's network (euc1-az1, euc1-az2, euc1-az3)",
    ],
    [
      'two firewall subnets in a zone',
      {
        egress: {
          firewallSubnets: subnets(['euc1-az1', '10.46.8.0/28'], ['euc1-az1', '10.46.8.16/28']),
        },
      },
      '/egress/firewallSubnets/1/azId',
      'a zone that is not at /oktaCaller/egress/firewallSubnets/0/azId too',
    ],
    [
      'a NAT subnet outside the network',
      {
        egress: {
          natSubnets: subnets(['euc1-az1', '10.47.9.0/28'], ['euc1-az2', '10.46.9.16/28']),
        },
      },
      '/egress/natSubnets/0/cidr',
      "a range within the network's 10.46.0.0/16",
    ],
    [
      'a NAT subnet that overlaps one of the functions',
      {
        egress: {
          natSubnets: subnets(['euc1-az1', '10.46.0.0/28'], ['euc1-az2', '10.46.9.16/28']),
        },
      },
      '/egress/natSubnets/0/cidr',
      'does not overlap 10.46.0.0/24 at /oktaCaller/caller/network/subnets/0/cidr',
    ],
    [
      'a network that overlaps one of another scenario',
      {
        caller: {
          network: {
            cidr: '10.43.8.0/21',
            subnets: subnets(['euc1-az1', '10.43.8.0/24'], ['euc1-az2', '10.43.9.0/24']),
          },
        },
        egress: PROXY,
      },
      '/caller/network/cidr',
      'does not overlap 10.43.0.0/16 at /transitGatewayOnprem/api/network/cidr',
    ],
    [
      'a proxy behind another Transit Gateway than the API',
      { egress: { ...PROXY, transitGatewayId: 'tgw-11111111111111111' } },
      '/egress/transitGatewayId',
      'tgw-0a1b2c3d4e5f67890, as at /oktaCaller/internalApi/transitGatewayId',
    ],
    [
      'a proxy without a Transit Gateway',
      { egress: { ...PROXY, transitGatewayId: null } },
      '/egress/transitGatewayId',
      'the id of a Transit Gateway',
    ],
    [
      'a proxy without a port',
      { egress: { ...PROXY, url: 'http://proxy.corp.example.com' } },
      '/egress/url',
      'a URL such as http://proxy.corp.example.com:3128',
    ],
    [
      'a proxy with a port that is none',
      { egress: { ...PROXY, url: 'http://proxy.corp.example.com:65536' } },
      '/egress/url',
      'a URL such as http://proxy.corp.example.com:3128',
    ],
    [
      'an API in the network of its callers',
      { internalApi: { cidrs: ['10.46.128.0/17'] } },
      '/internalApi/cidrs/0',
      "a range outside the caller's network 10.46.0.0/16",
    ],
    [
      'an API at every address',
      { internalApi: { cidrs: ['0.0.0.0/0'] } },
      '/internalApi/cidrs/0',
      'a range that is not every address there is',
    ],
    [
      'a DNS server that is not behind the Transit Gateway',
      { dns: { zones: ['corp.example.com'], servers: ['10.1.2.3'] } },
      '/dns/servers/0',
      'an address in 192.168.0.0/16',
    ],
    [
      'DNS without a Transit Gateway',
      {
        internalApi: PRIVATE_API,
        dns: DNS,
        callers: { orders: { apiBaseUrl: API_URL }, shipments: { apiBaseUrl: API_URL } },
      },
      '/dns',
      'nothing without a Transit Gateway',
    ],
    [
      'a private API by a name that is not its own',
      { internalApi: PRIVATE_API, callers: { shipments: { apiBaseUrl: API_URL } } },
      '/callers/orders/apiBaseUrl',
      'a URL such as https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com/live',
    ],
    [
      'a caller with the client of the rotation',
      { callers: { orders: { clientId: '0oa0r0t0a0t0o0r0a0p0' } } },
      '/callers/orders/clientId',
      'an id that is not at /oktaCaller/okta/management/clientId too',
    ],
    [
      'two callers with one app',
      { callers: { shipments: { appId: '0oa1a1a1a1a1a1a1a1a1' } } },
      '/callers/shipments/appId',
      'an id that is not at /oktaCaller/callers/orders/appId too',
    ],
    [
      'one service account for the password grant',
      { callers: { shipments: { accounts: [{ username: 'one', userId: '00u1' }] } } },
      '/callers/shipments/accounts',
      'two service accounts',
    ],
    [
      'a service account twice',
      {
        callers: {
          shipments: {
            accounts: [
              { username: 'one', userId: '00u1' },
              { username: 'two', userId: '00u1' },
            ],
          },
        },
      },
      '/callers/shipments/accounts/1/userId',
      'another than at /oktaCaller/callers/shipments/accounts/0/userId',
    ],
    [
      'more callers than the rotator can be told of',
      {
        callers: Object.fromEntries(
          [1, 2, 3, 4].map((number) => [
            `caller-${number}`,
            {
              grant: 'client_secret',
              apiBaseUrl: 'https://orders.corp.example.com',
              clientId: `client-${number}`,
              appId: `app-${number}`,
              scopes: ['orders'],
            },
          ]),
        ),
      },
      '/callers',
      'one to five',
    ],
    [
      'a grant that is none',
      { callers: { orders: { grant: 'implicit' } } },
      '/callers/orders/grant',
      'one of private_key_jwt, client_secret, password',
    ],
    [
      'a caller with a name that is none',
      { callers: { Orders_2: { grant: 'client_secret' } } },
      '/callers/Orders_2',
      'a name of up to 21 lower-case letters, digits and hyphens, a letter first',
    ],
  ])('refuse %s', (_title, patch, path, allowed) => {
    const mistakes = mistakesIn(changedOkta(patch)).filter(
      ({ path: at }) => at === `/oktaCaller${path}`,
    );

    expect(mistakes).toEqual([
      expect.objectContaining({ allowed: expect.stringContaining(allowed) }),
    ]);
  });
});
