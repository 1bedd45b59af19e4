import { CreateRouteCommand, CreateRouteTableCommand, EC2Client } from '@aws-sdk/client-ec2';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createNetwork, type EmbeddedNetwork } from '../../test/embedded-network';
import { callJsonAction } from '../../test/embedded-request';

jest.setTimeout(60_000);

interface Described {
  readonly UpdateToken: string;
  readonly Firewall: { readonly FirewallArn: string; readonly DeleteProtection: boolean };
  readonly FirewallStatus: {
    readonly SyncStates: Readonly<
      Record<string, { readonly Attachment: { readonly SubnetId: string; EndpointId: string } }>
    >;
  };
}

describe('a firewall of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let account: Account;
  let network: EmbeddedNetwork;
  beforeAll(async () => {
    account = await accountOf(aws(), '111111111111');
    network = await createNetwork(account, '10.30');
  });

  const call = (action: string, body: object) =>
    callJsonAction(account, 'network-firewall', `NetworkFirewall_20201112.${action}`, body);

  const createFirewall = async (FirewallName: string, DeleteProtection: boolean) =>
    (await call('CreateFirewall', {
      FirewallName,
      DeleteProtection,
      FirewallPolicyArn: 'arn:aws:network-firewall:eu-central-1:111111111111:firewall-policy/p',
      VpcId: network.vpcId,
      SubnetMappings: network.subnetIds.map((SubnetId) => ({ SubnetId })),
    })) as Described;

  it('has an endpoint in each subnet, that a route can name', async () => {
    await createFirewall('routed', false);
    const { FirewallStatus } = (await call('DescribeFirewall', {
      FirewallName: 'routed',
    })) as Described;

    const attachments = Object.values(FirewallStatus.SyncStates).map(
      ({ Attachment }) => Attachment,
    );
    expect(attachments.map(({ SubnetId }) => SubnetId)).toEqual(network.subnetIds);
    const ec2 = new EC2Client(account);
    const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: network.vpcId }));
    const { Return } = await ec2.send(
      new CreateRouteCommand({
        RouteTableId: RouteTable?.RouteTableId,
        DestinationCidrBlock: '0.0.0.0/0',
        VpcEndpointId: attachments[0]?.EndpointId,
      }),
    );
    expect(Return).toBe(true);
  });

  it('says whether it is protected, and is deleted', async () => {
    await createFirewall('protected', true);
    const described = async () =>
      (await call('DescribeFirewall', { FirewallName: 'protected' })) as Described;
    expect((await described()).Firewall.DeleteProtection).toBe(true);

    await call('UpdateFirewallDeleteProtection', {
      FirewallName: 'protected',
      DeleteProtection: false,
    });
    expect((await described()).Firewall.DeleteProtection).toBe(false);
    await call('DeleteFirewall', { FirewallName: 'protected' });
    await expect(call('DescribeFirewall', { FirewallName: 'protected' })).rejects.toThrow(
      'ResourceNotFoundException',
    );
  });

  it.each([
    {
      kind: 'RuleGroup',
      names: { RuleGroupName: 'domains', Type: 'STATEFUL' },
      more: { Capacity: 10 },
    },
    { kind: 'FirewallPolicy', names: { FirewallPolicyName: 'policy' }, more: {} },
  ])('follows a $kind, which is changed with its update token', async ({ kind, names, more }) => {
    const describe = async () =>
      (await call(`Describe${kind}`, names)) as Readonly<Record<string, unknown>>;
    await call(`Create${kind}`, { ...names, ...more, [kind]: { a: 1 } });
    const { UpdateToken: token, ...first } = await describe();
    expect(first).toMatchObject({ [kind]: { a: 1 } });

    const update = (UpdateToken: unknown) =>
      call(`Update${kind}`, { ...names, UpdateToken, [kind]: { a: 2 } });
    await update(token);
    expect(await describe()).toMatchObject({ [kind]: { a: 2 } });
    await expect(update(token)).rejects.toThrow('InvalidTokenException');
    await call(`Delete${kind}`, names);
    await expect(describe()).rejects.toThrow('ResourceNotFoundException');
  });
});
