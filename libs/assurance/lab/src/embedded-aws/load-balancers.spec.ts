import {
  CreateListenerCommand,
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingV2Client,
  ModifyListenerCommand,
  SetSecurityGroupsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import {
  createNetwork,
  createNetworkLoadBalancer,
  type EmbeddedNetwork,
} from '../../test/embedded-network';

jest.setTimeout(60_000);

describe('a network load balancer of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let elb: ElasticLoadBalancingV2Client;
  let network: EmbeddedNetwork;
  let LoadBalancerArn: string;

  beforeAll(async () => {
    const account = await accountOf(aws(), '111111111111');
    elb = new ElasticLoadBalancingV2Client(account);
    network = await createNetwork(account, '10.10');
    LoadBalancerArn = await createNetworkLoadBalancer(account, network, 'orders');
  });

  async function enforcement() {
    const { LoadBalancers } = await elb.send(
      new DescribeLoadBalancersCommand({ LoadBalancerArns: [LoadBalancerArn] }),
    );
    return LoadBalancers?.[0]?.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic;
  }

  it('enforces its inbound rules on PrivateLink traffic until told not to', async () => {
    expect(await enforcement()).toBe('on');

    await elb.send(
      new SetSecurityGroupsCommand({
        LoadBalancerArn,
        SecurityGroups: [network.securityGroupId],
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
      }),
    );

    expect(await enforcement()).toBe('off');
  });

  const certificate = (account: string, id: string) =>
    `arn:aws:acm:eu-central-1:${account}:certificate/${id}`;

  const createListener = (CertificateArn: string, Port: number) =>
    elb.send(
      new CreateListenerCommand({
        LoadBalancerArn,
        Port,
        Protocol: 'TLS',
        Certificates: [{ CertificateArn }],
        DefaultActions: [],
      }),
    );

  it('takes certificates of its own account, which are made elsewhere', async () => {
    const { Listeners } = await createListener(certificate('111111111111', 'one'), 443);
    const ListenerArn = Listeners?.[0]?.ListenerArn as string;
    const replacement = certificate('111111111111', 'two');

    await elb.send(
      new ModifyListenerCommand({ ListenerArn, Certificates: [{ CertificateArn: replacement }] }),
    );

    const described = await elb.send(new DescribeListenersCommand({ ListenerArns: [ListenerArn] }));
    expect(described.Listeners?.[0]?.Certificates).toEqual([
      expect.objectContaining({ CertificateArn: replacement }),
    ]);
  });

  it('takes no certificate of another account', async () => {
    const foreign = certificate('222222222222', 'one');
    const notFound = { name: 'CertificateNotFoundException' };
    await expect(createListener(foreign, 444)).rejects.toMatchObject(notFound);

    const { Listeners } = await createListener(certificate('111111111111', 'one'), 445);
    const ListenerArn = Listeners?.[0]?.ListenerArn;
    await expect(
      elb.send(
        new ModifyListenerCommand({ ListenerArn, Certificates: [{ CertificateArn: foreign }] }),
      ),
    ).rejects.toMatchObject(notFound);
  });

  it('has listeners whose port and protocol change in place', async () => {
    const { Listeners } = await createListener(certificate('111111111111', 'one'), 446);
    const ListenerArn = Listeners?.[0]?.ListenerArn;

    const changed = await elb.send(
      new ModifyListenerCommand({ ListenerArn, Port: 447, Protocol: 'TLS' }),
    );

    expect(changed.Listeners).toEqual([expect.objectContaining({ Port: 447, Protocol: 'TLS' })]);
  });
});
