import { connection, CONNECTION_TYPES } from '../../test/connections';
import { mistakesIn } from '../../test/mistakes-in';
import { changedOnprem, changedScenario } from '../../test/readme-estate';
import { mergePatch } from '../private/merge-patch';

const onPrem = (patch: object) => changedOnprem({ onPrem: patch });
const network = (cidr: string, ...cidrs: string[]) => ({
  cidr,
  subnets: cidrs.map((subnet, index) => ({ azId: `euc1-az${index + 1}`, cidr: subnet })),
});
const connected = (...args: Parameters<typeof connection>) => changedOnprem(connection(...args));

describe('rules for on-prem', () => {
  it.each([
    [
      'the name of no account',
      changedOnprem({ network: { account: 'nobody' } }),
      '/network/account',
      'nobody',
      'one of the accounts application, api, consumer, network',
    ],
    [
      'an API in the account of the Transit Gateway',
      changedOnprem({ api: { account: 'network' } }),
      '/api/account',
      'network',
      "another account than the Transit Gateway's network",
    ],
    [
      'a network that overlaps one of another scenario',
      changedOnprem({ api: { network: network('10.41.8.0/21', '10.41.8.0/24', '10.41.9.0/24') } }),
      '/api/network/cidr',
      '10.41.8.0/21',
      'does not overlap 10.41.0.0/16 at /crossAccountPrivatelink/api/network/cidr',
    ],
    [
      'a range of on-prem that overlaps a network',
      onPrem({ cidrs: ['192.168.0.0/16', '10.40.0.0/14'] }),
      '/onPrem/cidrs/1',
      '10.40.0.0/14',
      'does not overlap 10.40.0.0/16 at /crossAccountPrivatelink/application/network/cidr',
    ],
    [
      'a range of on-prem that overlaps another',
      onPrem({ cidrs: ['192.168.0.0/16', '192.168.128.0/17'] }),
      '/onPrem/cidrs/1',
      '192.168.128.0/17',
      'does not overlap 192.168.0.0/16 at /transitGatewayOnprem/onPrem/cidrs/0',
    ],
    [
      'a range of on-prem with host bits',
      onPrem({ cidrs: ['192.168.0.0/16', '172.16.7.1/12'] }),
      '/onPrem/cidrs/1',
      '172.16.7.1/12',
      '172.16.0.0/12',
    ],
    [
      'a range of on-prem with public addresses',
      onPrem({ cidrs: ['192.168.0.0/16', '172.0.0.0/8'] }),
      '/onPrem/cidrs/1',
      '172.0.0.0/8',
      'a range within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10',
    ],
    [
      'an address of the service that is not on-prem',
      onPrem({ service: { addresses: ['192.168.10.20', '10.43.0.20'] } }),
      '/onPrem/service/addresses/1',
      '10.43.0.20',
      'an address in 192.168.0.0/16',
    ],
    [
      'a DNS server that is not on-prem',
      onPrem({ dns: { zones: ['corp'], servers: ['8.8.8.8'] } }),
      '/onPrem/dns/servers/0',
      '8.8.8.8',
      'an address in 192.168.0.0/16',
    ],
    [
      'two services of one name',
      onPrem({ service: { name: 'orders' } }),
      '/onPrem/service/name',
      'orders',
      'a name that is not at /crossAccountPrivatelink/application/service/name too',
    ],
    [
      'a Transit Gateway with a public ASN',
      changedOnprem({ network: { amazonSideAsn: 65535 } }),
      '/network/amazonSideAsn',
      65535,
      'a private ASN: 64512 to 65534, 4200000000 to 4294967294',
    ],
    [
      'a Direct Connect gateway with a public ASN',
      connected('direct-connect', { gatewayAsn: 64511 }),
      '/onPrem/connection/gatewayAsn',
      64511,
      'a private ASN',
    ],
    [
      'a Direct Connect gateway with the ASN of the Transit Gateway',
      connected('direct-connect', { gatewayAsn: 64512 }),
      '/onPrem/connection/gatewayAsn',
      64512,
      'an ASN that is not at /transitGatewayOnprem/network/amazonSideAsn too',
    ],
    [
      'a customer gateway with the ASN of the Transit Gateway',
      connected('vpn', { customerGateway: { bgpAsn: 64512 } }),
      '/onPrem/connection/customerGateway/bgpAsn',
      64512,
      'an ASN that is not at /transitGatewayOnprem/network/amazonSideAsn too',
    ],
    [
      'a customer gateway with a private address',
      connected('vpn', { customerGateway: { address: '192.168.0.1' } }),
      '/onPrem/connection/customerGateway/address',
      '192.168.0.1',
      'a public address',
    ],
    [
      'a peered Transit Gateway with a public ASN',
      connected('peering', { amazonSideAsn: 4_199_999_999 }),
      '/onPrem/connection/amazonSideAsn',
      4_199_999_999,
      'a private ASN',
    ],
    [
      'a peered Transit Gateway with the same ASN',
      connected('peering', { amazonSideAsn: 64512 }),
      '/onPrem/connection/amazonSideAsn',
      64512,
      'an ASN that is not at /transitGatewayOnprem/network/amazonSideAsn too',
    ],
    [
      'a peered Region that is not known',
      connected('peering', { region: 'eu-west-9' }),
      '/onPrem/connection/region',
      'eu-west-9',
      'one of af-south-1, ap-east-1,',
    ],
    [
      "a peered Region that is the estate's",
      connected('peering', {
        region: 'eu-central-1',
        network: network('192.168.0.0/16', '192.168.10.0/24', '192.168.11.0/24'),
      }),
      '/onPrem/connection/region',
      'eu-central-1',
      "another Region than the estate's eu-central-1",
    ],
    [
      "a zone of the estate's Region in the peered one",
      connected('peering', {
        network: {
          subnets: [
            { azId: 'euw1-az1', cidr: '192.168.10.0/24' },
            { azId: 'euc1-az2', cidr: '192.168.11.0/24' },
          ],
        },
      }),
      '/onPrem/connection/network/subnets/1/azId',
      'euc1-az2',
      'one of euw1-az1, euw1-az2, euw1-az3',
    ],
    [
      'a peered network that is not on-prem',
      onPremPeered({ cidrs: ['192.168.0.0/17', '192.168.128.0/17'] }),
      '/onPrem/connection/network/cidr',
      '192.168.0.0/16',
      'a range within 192.168.0.0/17, 192.168.128.0/17',
    ],
    [
      'a peered network that is too large',
      onPremPeered({
        cidrs: ['192.168.0.0/16', '172.16.0.0/12'],
        service: { addresses: ['172.16.0.20'] },
        connection: {
          network: {
            cidr: '172.16.0.0/15',
            subnets: [
              { azId: 'euw1-az1', cidr: '172.16.0.0/24' },
              { azId: 'euw1-az2', cidr: '172.16.1.0/24' },
            ],
          },
        },
      }),
      '/onPrem/connection/network/cidr',
      '172.16.0.0/15',
      'a prefix length from /16 to /28',
    ],
    [
      'an address of the service in no subnet of the peered network',
      onPremPeered({ service: { addresses: ['192.168.11.20', '10.9.9.9'] } }),
      '/onPrem/service/addresses/1',
      '10.9.9.9',
      'an address in 192.168.10.0/24, 192.168.11.0/24 that AWS does not keep for itself',
    ],
    [
      'a standby VPC link of the same generation',
      changedOnprem({ standbyVpcLink: 'v2' }),
      '/standbyVpcLink',
      'v2',
      "another generation than vpcLink's v2",
    ],
  ])('find %s', (_title, text, path, value, allowed) => {
    expect(mistakesIn(text)).toEqual([
      expect.objectContaining({
        path: `/transitGatewayOnprem${path}`,
        value,
        allowed: expect.stringContaining(allowed),
      }),
    ]);
  });

  it('find a standby VPC link of the same generation in the other scenario', () => {
    expect(
      mistakesIn(changedScenario({ vpcLink: 'v1', standbyVpcLink: 'v1' })).map(({ path }) => path),
    ).toEqual(['/crossAccountPrivatelink/standbyVpcLink']);
  });

  it.each(CONNECTION_TYPES)('let on-prem be connected by %s', (type) => {
    expect(mistakesIn(connected(type))).toEqual([]);
  });

  it.each([64512, 65534, 4_200_000_000, 4_294_967_294])('let a gateway have ASN %i', (asn) => {
    expect(mistakesIn(changedOnprem({ network: { amazonSideAsn: asn } }))).toEqual([]);
  });

  it.each([1, 13335, 4_294_967_294])('let a customer gateway have ASN %i', (bgpAsn) => {
    expect(mistakesIn(connected('vpn', { customerGateway: { bgpAsn } }))).toEqual([]);
  });

  it.each([
    ['8.8.8.8', true],
    ['203.0.113.10', true],
    ['0.0.0.1', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['169.254.10.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['224.0.0.5', false],
    ['255.255.255.255', false],
  ])('take %s for public: %s', (address, isPublic) => {
    const mistakes = mistakesIn(connected('vpn', { customerGateway: { address } }));

    expect(mistakes.map(({ value }) => value)).toEqual(isPublic ? [] : [address]);
  });

  it('let on-prem be larger and smaller than a VPC could be', () => {
    const text = onPrem({ cidrs: ['192.168.0.0/16', '172.16.0.0/12', '100.64.0.1/32'] });

    expect(mistakesIn(text)).toEqual([]);
  });
});

function onPremPeered(patch: object): string {
  return changedOnprem(mergePatch(connection('peering'), { onPrem: patch }) as object);
}
