import { mistakesOf, temporaryFolder } from '../../test/files';
import { loadContext } from './context';

describe('loadContext', () => {
  const folder = temporaryFolder();
  const load = (text: string) => loadContext(folder.write('context.yaml', text));

  it('reads what no plan holds', () => {
    const { value } = load(`version: 1
organizationId: o-a1b2c3d4e5
accounts: { '111111111111': network }
onPrem: [192.168.0.0/16, '2001:db8::/32']
vpcs: [{ id: vpc-0a1b, ranges: [10.1.0.0/16] }]
attachments: [{ attachment: aws_vpn_connection.a, announces: [192.168.0.0/16] }]
endpoints: [{ endpoint: vpce-0a1b, accepted: true }]
peerings: [{ peering: pcx-0a1b, accepted: false }]
prefixLists: [{ prefixList: com.amazonaws.eu-central-1.s3, entries: [52.219.0.0/16] }]
`);

    expect(value).toMatchObject({
      accounts: { '111111111111': 'network' },
      onPrem: ['192.168.0.0/16', '2001:db8::/32'],
      peerings: [{ peering: 'pcx-0a1b', accepted: false }],
    });
  });

  it('knows no accounts unless they are named', () => {
    expect(load('version: 1\n').value.accounts).toEqual({});
  });

  it('names every range that is none', () => {
    const text = `version: 1
onPrem: [192.168.0.0/16, here]
vpcs:
  - { id: vpc-0a1b, ranges: [10.1.0.0/33] }
prefixLists: [{ prefixList: pl-0a1b, entries: [x] }]
transitGateways: [{ transitGateway: tgw-0a1b, reaches: [192.168.0.0/16, y] }]
appliances: [{ appliance: aws_instance.a, passes: [{ to: [10.0.0.0/8] }, { ports: [443], to: [z] }] }]
`;

    expect(mistakesOf(() => load(text)).map(({ line, path }) => [line, path])).toEqual([
      [2, '/onPrem/1'],
      [4, '/vpcs/0/ranges/0'],
      [5, '/prefixLists/0/entries/0'],
      [6, '/transitGateways/0/reaches/1'],
      [7, '/appliances/0/passes/1/to/0'],
    ]);
  });
});
