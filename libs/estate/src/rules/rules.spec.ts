import { changed, changedScenario } from '../../test/readme-estate';
import { mistakesIn } from '../../test/mistakes-in';

const subnets = (...cidrs: string[]) =>
  cidrs.map((cidr, index) => ({ azId: `euc1-az${index + 1}`, cidr }));
const network = (cidr: string, ...subnetCidrs: string[]) => ({
  cidr,
  subnets: subnets(...subnetCidrs),
});
const certificates = (application: string, api: string) => ({
  tls: {
    mode: 'terminate',
    certificateArns: {
      application: `arn:aws:acm:${application}:certificate/1`,
      api: `arn:aws:acm:${api}:certificate/2`,
    },
  },
});

describe('rules', () => {
  it.each([
    [
      'a Region that is not known',
      changed({ region: 'eu-central-9' }),
      '/region',
      'eu-central-9',
      'one of af-south-1, ap-east-1,',
    ],
    [
      'an account with two names',
      changed({ accounts: { again: account('111122223333') } }),
      '/accounts/again/id',
      '111122223333',
      'an id that is not at /accounts/application/id too',
    ],
    [
      'a role of another account',
      changed({ accounts: { api: { roleArn: 'arn:aws:iam::777788889999:role/deploy' } } }),
      '/accounts/api/roleArn',
      'arn:aws:iam::777788889999:role/deploy',
      'a role of account 444455556666',
    ],
    [
      'the name of no account',
      changedScenario({ consumer: { account: 'constructor' } }),
      '/crossAccountPrivatelink/consumer/account',
      'constructor',
      'one of the accounts application, api, consumer',
    ],
    [
      'a certificate of another account',
      changedScenario(certificates('eu-central-1:111122223333', 'eu-central-1:111122223333')),
      '/crossAccountPrivatelink/tls/certificateArns/api',
      'arn:aws:acm:eu-central-1:111122223333:certificate/2',
      'a certificate of account 444455556666 in eu-central-1',
    ],
    [
      'a certificate of another Region',
      changedScenario(certificates('us-east-1:111122223333', 'eu-central-1:444455556666')),
      '/crossAccountPrivatelink/tls/certificateArns/application',
      'arn:aws:acm:us-east-1:111122223333:certificate/1',
      'a certificate of account 111122223333 in eu-central-1',
    ],
    [
      'a range with host bits',
      changedScenario({ consumer: { network: { cidr: '10.42.7.1/16' } } }),
      '/crossAccountPrivatelink/consumer/network/cidr',
      '10.42.7.1/16',
      '10.42.0.0/16',
    ],
    [
      'a network that is too large',
      changedScenario({ consumer: { network: { cidr: '10.42.0.0/15' } } }),
      '/crossAccountPrivatelink/consumer/network/cidr',
      '10.42.0.0/15',
      'a prefix length from /16 to /28',
    ],
    [
      'a subnet that is too small',
      changedScenario({
        consumer: { network: network('10.42.0.0/16', '10.42.0.0/29', '10.42.1.0/28') },
      }),
      '/crossAccountPrivatelink/consumer/network/subnets/0/cidr',
      '10.42.0.0/29',
      'a prefix length from /16 to /28',
    ],
    [
      'a network of public addresses',
      changedScenario({
        consumer: { network: network('172.32.0.0/16', '172.32.0.0/24', '172.32.1.0/24') },
      }),
      '/crossAccountPrivatelink/consumer/network/cidr',
      '172.32.0.0/16',
      'a range within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10',
    ],
    [
      'a network that overlaps another',
      changedScenario({
        consumer: { network: network('10.41.128.0/17', '10.41.128.0/24', '10.41.129.0/24') },
      }),
      '/crossAccountPrivatelink/consumer/network/cidr',
      '10.41.128.0/17',
      'a range that does not overlap 10.41.0.0/16 at /crossAccountPrivatelink/api/network/cidr',
    ],
    [
      'a subnet outside its network',
      changedScenario({
        consumer: { network: network('10.42.0.0/16', '10.42.0.0/24', '10.43.0.0/24') },
      }),
      '/crossAccountPrivatelink/consumer/network/subnets/1/cidr',
      '10.43.0.0/24',
      "a range within the network's 10.42.0.0/16",
    ],
    [
      'a subnet that overlaps another',
      changedScenario({
        consumer: { network: network('10.42.0.0/16', '10.42.0.0/24', '10.42.0.128/25') },
      }),
      '/crossAccountPrivatelink/consumer/network/subnets/1/cidr',
      '10.42.0.128/25',
      'a range that does not overlap 10.42.0.0/24 at /crossAccountPrivatelink/consumer/network/subnets/0/cidr',
    ],
    [
      'a zone of another Region',
      changedScenario({
        consumer: { network: { subnets: zones('euc1-az1', 'use1-az2') } },
      }),
      '/crossAccountPrivatelink/consumer/network/subnets/1/azId',
      'use1-az2',
      'one of euc1-az1, euc1-az2, euc1-az3',
    ],
    [
      'two subnets in one zone',
      changedScenario({
        consumer: { network: { subnets: zones('euc1-az1', 'euc1-az1') } },
      }),
      '/crossAccountPrivatelink/consumer/network/subnets/1/azId',
      'euc1-az1',
      'a zone that is not at /crossAccountPrivatelink/consumer/network/subnets/0/azId too',
    ],
    [
      'an endpoint in a zone without the service',
      changedScenario({
        api: { network: network('10.41.0.0/16', '10.41.0.0/24', '10.41.1.0/24', '10.41.2.0/24') },
      }),
      '/crossAccountPrivatelink/api/network/subnets/2/azId',
      'euc1-az3',
      'a zone of the application network (euc1-az1, euc1-az2)',
    ],
    [
      'a target outside the subnets',
      changedScenario({ application: { service: { targets: ['10.40.2.20'] } } }),
      '/crossAccountPrivatelink/application/service/targets/0',
      '10.40.2.20',
      'an address in 10.40.0.0/24, 10.40.1.0/24 that AWS does not keep for itself',
    ],
  ])('find %s', (_title, text, path, value, allowed) => {
    expect(mistakesIn(text)).toEqual([
      expect.objectContaining({ path, value, allowed: expect.stringContaining(allowed) }),
    ]);
  });

  it.each(['10.40.0.0', '10.40.0.3', '10.40.0.255'])('find that AWS keeps %s', (address) => {
    const text = changedScenario({ application: { service: { targets: [address] } } });

    expect(mistakesIn(text).map(({ value }) => value)).toEqual([address]);
  });

  it.each(['10.40.0.4', '10.40.1.254'])('let a service have %s', (address) => {
    const text = changedScenario({ application: { service: { targets: [address] } } });

    expect(mistakesIn(text)).toEqual([]);
  });

  it.each([
    ['172.16.0.0/16', '172.16.0.0/24', '172.16.1.0/24'],
    ['192.168.0.0/16', '192.168.0.0/24', '192.168.1.0/24'],
    ['100.127.0.0/16', '100.127.0.0/17', '100.127.128.0/17'],
  ])('let a network have %s', (cidr, ...subnetCidrs) => {
    const text = changedScenario({ consumer: { network: network(cidr, ...subnetCidrs) } });

    expect(mistakesIn(text)).toEqual([]);
  });
});

function account(id: string) {
  return { id, roleArn: `arn:aws:iam::${id}:role/deploy` };
}

function zones(...azIds: string[]) {
  return azIds.map((azId, index) => ({ azId, cidr: `10.42.${index}.0/24` }));
}
