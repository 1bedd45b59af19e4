import {
  CreateSubnetCidrReservationCommand,
  CreateSubnetCommand,
  CreateVpcEndpointCommand,
  type CreateVpcEndpointCommandInput,
  CreateVpcEndpointServiceConfigurationCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
  GetSubnetCidrReservationsCommand,
  ModifyVpcEndpointCommand,
  StartVpcEndpointServicePrivateDnsVerificationCommand,
  AcceptVpcEndpointConnectionsCommand,
} from '@aws-sdk/client-ec2';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import {
  createNetwork,
  createNetworkLoadBalancer,
  type EmbeddedNetwork,
} from '../../test/embedded-network';

jest.setTimeout(60_000);

const EXECUTE_API = 'com.amazonaws.eu-central-1.execute-api';

describe('an interface endpoint of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let ec2: EC2Client;
  let network: EmbeddedNetwork;
  let thirdSubnet: string;
  let loadBalancerArn: string;

  beforeEach(async () => {
    const account = await accountOf(aws(), '222222222222');
    ec2 = new EC2Client(account);
    network = await createNetwork(account, '10.20');
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId: network.vpcId,
        CidrBlock: '10.20.2.0/24',
        AvailabilityZone: 'eu-central-1c',
      }),
    );
    thirdSubnet = Subnet?.SubnetId as string;
    const name = `lb-${network.vpcId}`.slice(0, 32);
    loadBalancerArn = await createNetworkLoadBalancer(account, network, name);
  });

  async function createEndpoint(options: Partial<CreateVpcEndpointCommandInput> = {}) {
    const { VpcEndpoint } = await ec2.send(
      new CreateVpcEndpointCommand({
        VpcEndpointType: 'Interface',
        VpcId: network.vpcId,
        ServiceName: EXECUTE_API,
        SubnetIds: [...network.subnetIds],
        SecurityGroupIds: [network.securityGroupId],
        PrivateDnsEnabled: false,
        ...options,
      }),
    );
    return VpcEndpoint?.VpcEndpointId as string;
  }

  async function endpoint(id: string) {
    const { VpcEndpoints } = await ec2.send(
      new DescribeVpcEndpointsCommand({ VpcEndpointIds: [id] }),
    );
    return VpcEndpoints?.[0];
  }

  async function interfaces(id: string) {
    const { NetworkInterfaces } = await ec2.send(
      new DescribeNetworkInterfacesCommand({
        NetworkInterfaceIds: (await endpoint(id))?.NetworkInterfaceIds,
      }),
    );
    return NetworkInterfaces ?? [];
  }

  const addresses = async (id: string) =>
    (await interfaces(id)).map((eni) => eni.PrivateIpAddress).sort();

  const pinned = (...hosts: readonly number[]) =>
    network.subnetIds.map((SubnetId, i) => ({ SubnetId, Ipv4: `10.20.${i}.${hosts[i]}` }));

  it('has exactly the addresses it is given', async () => {
    const id = await createEndpoint({ SubnetConfigurations: pinned(10, 11) });

    expect(await addresses(id)).toEqual(['10.20.0.10', '10.20.1.11']);
  });

  it('has an address of its own in each subnet when it is given none', async () => {
    const first = await addresses(await createEndpoint());
    const second = await addresses(await createEndpoint());

    for (const both of [first, second]) {
      expect(both).toEqual([
        expect.stringMatching(/^10\.20\.0\./),
        expect.stringMatching(/^10\.20\.1\./),
      ]);
    }
    expect(new Set([...first, ...second]).size).toBe(4);
  });

  it('takes no address by itself that is reserved', async () => {
    const [SubnetId] = network.subnetIds;
    const reservation = { SubnetId, ReservationType: 'explicit', Description: 'pinned' } as const;
    await ec2.send(
      new CreateSubnetCidrReservationCommand({ ...reservation, Cidr: '10.20.0.128/25' }),
    );

    expect(await addresses(await createEndpoint({ SubnetIds: [SubnetId] }))).toEqual([
      '10.20.0.127',
    ]);
    const described = await ec2.send(new GetSubnetCidrReservationsCommand({ SubnetId }));
    expect(described.SubnetIpv4CidrReservations).toEqual([expect.objectContaining(reservation)]);
  });

  it('has the default security group when it is given none', async () => {
    const [eni] = await interfaces(await createEndpoint({ SecurityGroupIds: undefined }));

    expect(eni?.Groups).toEqual([expect.objectContaining({ GroupName: 'default' })]);
  });

  it('has its security groups on its interfaces, which AWS manages', async () => {
    expect(await interfaces(await createEndpoint())).toEqual(
      [0, 1].map(() =>
        expect.objectContaining({
          Groups: [expect.objectContaining({ GroupId: network.securityGroupId })],
          InterfaceType: 'vpc_endpoint',
          RequesterManaged: true,
          Status: 'in-use',
        }),
      ),
    );
  });

  it.each([
    ['outside the subnet', '10.20.9.10'],
    ['that AWS keeps', '10.20.0.3'],
    ['that is taken', '10.20.0.20'],
  ])('fails with an address %s', async (_, Ipv4) => {
    const [SubnetId] = network.subnetIds;
    await createEndpoint({ SubnetConfigurations: [{ SubnetId, Ipv4: '10.20.0.20' }] });

    await expect(
      createEndpoint({ SubnetConfigurations: [{ SubnetId, Ipv4 }] }),
    ).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });

  it('moves to other addresses and subnets, and leaves no interface behind', async () => {
    const id = await createEndpoint({ SubnetConfigurations: pinned(10, 10) });
    const [first, second] = network.subnetIds;

    await ec2.send(
      new ModifyVpcEndpointCommand({
        VpcEndpointId: id,
        SubnetConfigurations: [
          { SubnetId: first, Ipv4: '10.20.0.30' },
          { SubnetId: thirdSubnet, Ipv4: '10.20.2.30' },
        ],
        AddSubnetIds: [thirdSubnet],
        RemoveSubnetIds: [second],
      }),
    );

    expect(await addresses(id)).toEqual(['10.20.0.30', '10.20.2.30']);
    const { NetworkInterfaces } = await ec2.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [{ Name: 'vpc-id', Values: [network.vpcId] }],
      }),
    );
    const ofEndpoint = NetworkInterfaces?.filter((eni) => eni.Description?.includes(id));
    expect(ofEndpoint).toHaveLength(2);
  });

  it('keeps its policy, changes it and resets it', async () => {
    const policy = '{"Version":"2012-10-17","Statement":[]}';
    const id = await createEndpoint({ PolicyDocument: policy });
    expect((await endpoint(id))?.PolicyDocument).toBe(policy);

    await ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: id, ResetPolicy: true }));

    expect(JSON.parse((await endpoint(id))?.PolicyDocument ?? '')).toMatchObject({
      Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
    });
  });

  it('has a name in the Region, one per zone, and the private one if it is enabled', async () => {
    const id = await createEndpoint({ PrivateDnsEnabled: true });
    const names = (await endpoint(id))?.DnsEntries?.map((entry) => entry.DnsName);
    const [name] = names?.[0]?.split('.') ?? [];

    expect(name).toMatch(new RegExp(`^${id}-[0-9a-f]{8}$`));
    expect(names).toEqual([
      `${name}.execute-api.eu-central-1.vpce.amazonaws.com`,
      `${name}-eu-central-1a.execute-api.eu-central-1.vpce.amazonaws.com`,
      `${name}-eu-central-1b.execute-api.eu-central-1.vpce.amazonaws.com`,
      'execute-api.eu-central-1.amazonaws.com',
    ]);
  });

  it('is gone with its interfaces once deleted', async () => {
    const id = await createEndpoint();
    const [eni] = await interfaces(id);

    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] }));

    await expect(
      ec2.send(
        new DescribeNetworkInterfacesCommand({
          NetworkInterfaceIds: [eni?.NetworkInterfaceId as string],
        }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidNetworkInterfaceID.NotFound' });
    expect((await endpoint(id))?.State).toBe('deleted');
  });

  describe('to an endpoint service', () => {
    async function createService(PrivateDnsName?: string) {
      const { ServiceConfiguration } = await ec2.send(
        new CreateVpcEndpointServiceConfigurationCommand({
          AcceptanceRequired: true,
          NetworkLoadBalancerArns: [loadBalancerArn],
          PrivateDnsName,
        }),
      );
      return {
        ServiceId: ServiceConfiguration?.ServiceId as string,
        ServiceName: ServiceConfiguration?.ServiceName as string,
      };
    }

    it('fails in a zone that the service is not in', async () => {
      const { ServiceName } = await createService();

      await expect(createEndpoint({ ServiceName, SubnetIds: [thirdSubnet] })).rejects.toThrow(
        `The VPC endpoint service ${ServiceName} does not support the availability zone of the subnet: ${thirdSubnet}.`,
      );
    });

    it('has private DNS only after verification and acceptance', async () => {
      const { ServiceId, ServiceName } = await createService('orders.example.com');
      const enabled = { ServiceName, PrivateDnsEnabled: true };
      await expect(createEndpoint(enabled)).rejects.toThrow('is not verified');

      await ec2.send(new StartVpcEndpointServicePrivateDnsVerificationCommand({ ServiceId }));
      await expect(createEndpoint(enabled)).rejects.toThrow(
        'before the endpoint connection is accepted',
      );

      const id = await createEndpoint({ ServiceName });
      await ec2.send(new AcceptVpcEndpointConnectionsCommand({ ServiceId, VpcEndpointIds: [id] }));
      await ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: id, PrivateDnsEnabled: true }));
      expect((await endpoint(id))?.DnsEntries?.map((entry) => entry.DnsName)).toContain(
        'orders.example.com',
      );
    });

    it('has no private DNS when the service has no private name', async () => {
      const { ServiceName } = await createService();

      await expect(createEndpoint({ ServiceName, PrivateDnsEnabled: true })).rejects.toThrow(
        'does not provide a private DNS name',
      );
    });
  });
});
