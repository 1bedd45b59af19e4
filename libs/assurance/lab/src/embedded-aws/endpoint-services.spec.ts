import {
  AcceptVpcEndpointConnectionsCommand,
  CreateVpcEndpointCommand,
  CreateVpcEndpointConnectionNotificationCommand,
  CreateVpcEndpointServiceConfigurationCommand,
  DeleteVpcEndpointConnectionNotificationsCommand,
  DeleteVpcEndpointServiceConfigurationsCommand,
  DeleteVpcEndpointsCommand,
  DescribeVpcEndpointConnectionNotificationsCommand,
  DescribeVpcEndpointConnectionsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointServicePermissionsCommand,
  DescribeVpcEndpointServicesCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
  ModifyVpcEndpointConnectionNotificationCommand,
  ModifyVpcEndpointServiceConfigurationCommand,
  ModifyVpcEndpointServicePermissionsCommand,
  RejectVpcEndpointConnectionsCommand,
  StartVpcEndpointServicePrivateDnsVerificationCommand,
} from '@aws-sdk/client-ec2';
import { accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import {
  createNetwork,
  createNetworkLoadBalancer,
  type EmbeddedNetwork,
} from '../../test/embedded-network';

jest.setTimeout(60_000);

const OWNER = '111111111111';
const CALLER = '222222222222';
const STRANGER = '333333333333';

describe('an endpoint service of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let owner: EC2Client;
  let caller: EC2Client;
  let stranger: EC2Client;
  let network: EmbeddedNetwork;
  let loadBalancerArn: string;

  beforeAll(async () => {
    const account = await accountOf(aws(), OWNER);
    owner = new EC2Client(account);
    caller = new EC2Client(await accountOf(aws(), CALLER));
    stranger = new EC2Client(await accountOf(aws(), STRANGER));
    const ownNetwork = await createNetwork(account, '10.10');
    loadBalancerArn = await createNetworkLoadBalancer(account, ownNetwork, 'orders');
    network = await createNetwork(await accountOf(aws(), CALLER), '10.20');
  });

  async function createService(privateDnsName?: string) {
    const { ServiceConfiguration } = await owner.send(
      new CreateVpcEndpointServiceConfigurationCommand({
        AcceptanceRequired: true,
        NetworkLoadBalancerArns: [loadBalancerArn],
        PrivateDnsName: privateDnsName,
      }),
    );
    const ServiceId = ServiceConfiguration?.ServiceId as string;
    await owner.send(
      new ModifyVpcEndpointServicePermissionsCommand({
        ServiceId,
        AddAllowedPrincipals: [`arn:aws:iam::${CALLER}:root`],
      }),
    );
    return { ServiceId, ServiceName: ServiceConfiguration?.ServiceName as string };
  }

  async function requestEndpoint(ServiceName: string, client = caller) {
    const { VpcEndpoint } = await client.send(
      new CreateVpcEndpointCommand({
        VpcEndpointType: 'Interface',
        VpcId: network.vpcId,
        ServiceName,
        SubnetIds: [...network.subnetIds],
        PrivateDnsEnabled: false,
      }),
    );
    return VpcEndpoint?.VpcEndpointId as string;
  }

  async function stateOf(endpointId: string) {
    const { VpcEndpoints } = await caller.send(
      new DescribeVpcEndpointsCommand({ VpcEndpointIds: [endpointId] }),
    );
    return VpcEndpoints?.[0]?.State as string;
  }

  it('keeps an endpoint waiting until its owner accepts it from the other account', async () => {
    const { ServiceId, ServiceName } = await createService();
    const endpointId = await requestEndpoint(ServiceName);
    expect(await stateOf(endpointId)).toBe('pendingAcceptance');

    const { Unsuccessful } = await owner.send(
      new AcceptVpcEndpointConnectionsCommand({ ServiceId, VpcEndpointIds: [endpointId] }),
    );

    expect(Unsuccessful).toEqual([]);
    expect(await stateOf(endpointId)).toBe('available');
  });

  it('shows its owner who is connected, by service, endpoint and state', async () => {
    const { ServiceId, ServiceName } = await createService();
    const endpointId = await requestEndpoint(ServiceName);
    const connections = async (state: string) => {
      const { VpcEndpointConnections } = await owner.send(
        new DescribeVpcEndpointConnectionsCommand({
          Filters: [
            { Name: 'service-id', Values: [ServiceId] },
            { Name: 'vpc-endpoint-state', Values: [state] },
          ],
        }),
      );
      return VpcEndpointConnections;
    };

    expect(await connections('pendingAcceptance')).toEqual([
      expect.objectContaining({ VpcEndpointId: endpointId, VpcEndpointOwner: CALLER }),
    ]);
    expect(await connections('available')).toEqual([]);
  });

  it('lets its owner reject an endpoint', async () => {
    const { ServiceId, ServiceName } = await createService();
    const endpointId = await requestEndpoint(ServiceName);

    await owner.send(
      new RejectVpcEndpointConnectionsCommand({ ServiceId, VpcEndpointIds: [endpointId] }),
    );

    expect(await stateOf(endpointId)).toBe('rejected');
  });

  it('names the endpoints that cannot be accepted, as they are not connected to it', async () => {
    const { ServiceId } = await createService();

    const { Unsuccessful } = await owner.send(
      new AcceptVpcEndpointConnectionsCommand({ ServiceId, VpcEndpointIds: ['vpce-0'] }),
    );

    expect(Unsuccessful).toEqual([
      expect.objectContaining({
        ResourceId: 'vpce-0',
        Error: expect.objectContaining({ Code: 'InvalidVpcEndpointId.NotFound' }),
      }),
    ]);
  });

  it('exists for the accounts it admits and for no other', async () => {
    const { ServiceName } = await createService();
    const describe = new DescribeVpcEndpointServicesCommand({ ServiceNames: [ServiceName] });

    expect((await caller.send(describe)).ServiceDetails).toEqual([
      expect.objectContaining({ ServiceName, Owner: OWNER, AcceptanceRequired: true }),
    ]);
    await expect(stranger.send(describe)).rejects.toMatchObject({ name: 'InvalidServiceName' });
    await expect(requestEndpoint(ServiceName, stranger)).rejects.toMatchObject({
      name: 'InvalidServiceName',
    });
  });

  it('gives each permission an id that lasts', async () => {
    const { ServiceId } = await createService();
    const role = `arn:aws:iam::${STRANGER}:role/caller`;
    const { AddedPrincipals } = await owner.send(
      new ModifyVpcEndpointServicePermissionsCommand({ ServiceId, AddAllowedPrincipals: [role] }),
    );

    const { AllowedPrincipals } = await owner.send(
      new DescribeVpcEndpointServicePermissionsCommand({
        ServiceId,
        Filters: [{ Name: 'principal', Values: [role] }],
      }),
    );

    expect(AllowedPrincipals).toEqual([
      expect.objectContaining({
        Principal: role,
        ServicePermissionId: AddedPrincipals?.[0]?.ServicePermissionId,
      }),
    ]);
  });

  it('has a private DNS name whose verification has to be started, and which can be removed', async () => {
    const { ServiceId } = await createService('orders.example.com');
    const dns = async () => {
      const { ServiceConfigurations } = await owner.send(
        new DescribeVpcEndpointServiceConfigurationsCommand({ ServiceIds: [ServiceId] }),
      );
      return ServiceConfigurations?.[0];
    };
    expect((await dns())?.PrivateDnsNameConfiguration).toMatchObject({
      State: 'pendingVerification',
      Type: 'TXT',
    });

    await owner.send(new StartVpcEndpointServicePrivateDnsVerificationCommand({ ServiceId }));
    expect((await dns())?.PrivateDnsNameConfiguration?.State).toBe('verified');

    await owner.send(
      new ModifyVpcEndpointServiceConfigurationCommand({ ServiceId, RemovePrivateDnsName: true }),
    );
    expect((await dns())?.PrivateDnsName).toBeUndefined();
  });

  it('is not deleted while an endpoint is connected', async () => {
    const { ServiceId, ServiceName } = await createService();
    const endpointId = await requestEndpoint(ServiceName);
    const deletion = new DeleteVpcEndpointServiceConfigurationsCommand({ ServiceIds: [ServiceId] });

    expect((await owner.send(deletion)).Unsuccessful?.[0]?.Error?.Code).toBe(
      'ExistingVpcEndpointConnections',
    );
    await caller.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpointId] }));
    expect((await owner.send(deletion)).Unsuccessful).toEqual([]);
  });

  it('has connection notifications that can be changed and deleted', async () => {
    const { ServiceId } = await createService();
    const topic = `arn:aws:sns:eu-central-1:${OWNER}:connections`;
    const { ConnectionNotification } = await owner.send(
      new CreateVpcEndpointConnectionNotificationCommand({
        ServiceId,
        ConnectionNotificationArn: topic,
        ConnectionEvents: ['Connect', 'Reject'],
      }),
    );
    const ConnectionNotificationId = ConnectionNotification?.ConnectionNotificationId as string;
    const describe = new DescribeVpcEndpointConnectionNotificationsCommand({
      ConnectionNotificationId,
    });

    await owner.send(
      new ModifyVpcEndpointConnectionNotificationCommand({
        ConnectionNotificationId,
        ConnectionEvents: ['Accept'],
      }),
    );
    expect((await owner.send(describe)).ConnectionNotificationSet).toEqual([
      expect.objectContaining({
        ServiceId,
        ConnectionNotificationArn: topic,
        ConnectionEvents: ['Accept'],
        ConnectionNotificationState: 'Enabled',
      }),
    ]);

    await owner.send(
      new DeleteVpcEndpointConnectionNotificationsCommand({
        ConnectionNotificationIds: [ConnectionNotificationId],
      }),
    );
    await expect(owner.send(describe)).rejects.toMatchObject({
      name: 'InvalidConnectionNotification',
    });
  });
});
