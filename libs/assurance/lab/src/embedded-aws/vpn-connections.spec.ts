import {
  CreateCustomerGatewayCommand,
  CreateVpnConnectionCommand,
  DeleteVpnConnectionCommand,
  DescribeCustomerGatewaysCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeVpnConnectionsCommand,
  EC2Client,
  ModifyVpnTunnelOptionsCommand,
} from '@aws-sdk/client-ec2';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createTransitGateway } from '../../test/embedded-transit-gateway';

jest.setTimeout(60_000);

describe('a VPN connection of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let ec2: EC2Client;
  let transitGatewayId: string;
  let customerGatewayId: string;

  beforeAll(async () => {
    const account = await accountOf(aws(), '444444444444');
    ec2 = new EC2Client(account);
    transitGatewayId = (await createTransitGateway(account)).id;
    const { CustomerGateway } = await ec2.send(
      new CreateCustomerGatewayCommand({
        Type: 'ipsec.1',
        IpAddress: '198.51.100.7',
        BgpAsn: 65010,
        DeviceName: 'firewall',
      }),
    );
    customerGatewayId = CustomerGateway?.CustomerGatewayId as string;
  });

  async function createConnection(storage?: 'Standard' | 'SecretsManager') {
    const { VpnConnection } = await ec2.send(
      new CreateVpnConnectionCommand({
        Type: 'ipsec.1',
        CustomerGatewayId: customerGatewayId,
        TransitGatewayId: transitGatewayId,
        PreSharedKeyStorage: storage,
        Options: {
          TunnelOptions: [
            {
              TunnelInsideCidr: '169.254.10.0/30',
              IKEVersions: [{ Value: 'ikev2' }],
              DPDTimeoutAction: 'restart',
              LogOptions: { CloudWatchLogOptions: { LogEnabled: true, LogOutputFormat: 'json' } },
            },
          ],
        },
      }),
    );
    return VpnConnection?.VpnConnectionId as string;
  }

  async function connection(id: string) {
    const { VpnConnections } = await ec2.send(
      new DescribeVpnConnectionsCommand({ VpnConnectionIds: [id] }),
    );
    return VpnConnections?.[0];
  }

  async function attachment(id: string) {
    const { TransitGatewayAttachments } = await ec2.send(
      new DescribeTransitGatewayAttachmentsCommand({
        Filters: [
          { Name: 'resource-type', Values: ['vpn'] },
          { Name: 'resource-id', Values: [id] },
        ],
      }),
    );
    return TransitGatewayAttachments?.[0];
  }

  it('ends at a customer gateway with a device name', async () => {
    const { CustomerGateways } = await ec2.send(
      new DescribeCustomerGatewaysCommand({ CustomerGatewayIds: [customerGatewayId] }),
    );

    expect(CustomerGateways?.[0]).toMatchObject({ BgpAsn: '65010', DeviceName: 'firewall' });
  });

  it('has two tunnels with the options they were given', async () => {
    const { Options, VgwTelemetry } = (await connection(await createConnection())) ?? {};
    const [first, second] = Options?.TunnelOptions ?? [];

    expect(first).toMatchObject({
      TunnelInsideCidr: '169.254.10.0/30',
      IkeVersions: [{ Value: 'ikev2' }],
      DpdTimeoutAction: 'restart',
      LogOptions: { CloudWatchLogOptions: { LogEnabled: true, LogOutputFormat: 'json' } },
    });
    expect(second).toMatchObject({
      LogOptions: { CloudWatchLogOptions: { LogEnabled: false } },
      EnableTunnelLifecycleControl: false,
    });
    expect(Options).toMatchObject({ StaticRoutesOnly: false, TunnelInsideIpVersion: 'ipv4' });
    expect(VgwTelemetry?.map(({ OutsideIpAddress }) => OutsideIpAddress)).toEqual([
      first?.OutsideIpAddress,
      second?.OutsideIpAddress,
    ]);
  });

  it('is configured with the addresses of both tunnels', async () => {
    const { CustomerGatewayConfiguration: configuration, Options } =
      (await connection(await createConnection())) ?? {};

    for (const { OutsideIpAddress } of Options?.TunnelOptions ?? []) {
      expect(configuration).toContain(`<ip_address>${OutsideIpAddress}</ip_address>`);
    }
    expect(configuration).toContain('<ip_address>169.254.10.1</ip_address>');
    expect(configuration).toContain('<ip_address>169.254.10.2</ip_address>');
    expect(configuration).toContain('<asn>65010</asn>');
  });

  it('shows its keys unless they are kept in Secrets Manager', async () => {
    const keys = (configuration = '') =>
      [...configuration.matchAll(/<pre_shared_key>(.*)<\/pre_shared_key>/g)].map(([, key]) => key);
    const standard = await connection(await createConnection());
    const kept = await connection(await createConnection('SecretsManager'));

    expect(keys(standard?.CustomerGatewayConfiguration)).toEqual(
      standard?.Options?.TunnelOptions?.map(({ PreSharedKey }) => PreSharedKey),
    );
    expect(standard).not.toHaveProperty('PreSharedKeyArn');
    expect(keys(kept?.CustomerGatewayConfiguration)).toEqual(['REDACTED', 'REDACTED']);
    expect(kept?.Options?.TunnelOptions?.map(({ PreSharedKey }) => PreSharedKey)).toEqual([
      undefined,
      undefined,
    ]);
    expect(kept?.PreSharedKeyArn).toMatch(/^arn:aws:secretsmanager:.*:secret:s2svpn!vpn-/);
  });

  it('changes the options of one tunnel', async () => {
    const id = await createConnection();
    const [first] = (await connection(id))?.Options?.TunnelOptions ?? [];

    await ec2.send(
      new ModifyVpnTunnelOptionsCommand({
        VpnConnectionId: id,
        VpnTunnelOutsideIpAddress: first?.OutsideIpAddress,
        TunnelOptions: { DPDTimeoutAction: 'clear' },
      }),
    );

    expect((await connection(id))?.Options?.TunnelOptions).toEqual([
      expect.objectContaining({
        DpdTimeoutAction: 'clear',
        TunnelInsideCidr: first?.TunnelInsideCidr,
      }),
      expect.not.objectContaining({ DpdTimeoutAction: 'clear' }),
    ]);
  });

  it('is attached to its transit gateway until it is deleted', async () => {
    const id = await createConnection();
    expect(await attachment(id)).toMatchObject({
      State: 'available',
      TransitGatewayId: transitGatewayId,
    });

    await ec2.send(new DeleteVpnConnectionCommand({ VpnConnectionId: id }));

    expect((await attachment(id))?.State).toBe('deleted');
  });
});
