import {
  CreateDirectConnectGatewayAssociationCommand,
  CreateDirectConnectGatewayCommand,
  DeleteDirectConnectGatewayAssociationCommand,
  DeleteDirectConnectGatewayCommand,
  DescribeDirectConnectGatewayAssociationsCommand,
  DescribeDirectConnectGatewaysCommand,
  DirectConnectClient,
  UpdateDirectConnectGatewayAssociationCommand,
  UpdateDirectConnectGatewayCommand,
} from '@aws-sdk/client-direct-connect';
import { DescribeTransitGatewayAttachmentsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import {
  createTransitGateway,
  type EmbeddedTransitGateway,
} from '../../test/embedded-transit-gateway';

jest.setTimeout(60_000);

describe('a Direct Connect gateway of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let owner: Account;
  let directConnect: DirectConnectClient;
  let transitGateway: EmbeddedTransitGateway;
  let directConnectGatewayId: string;

  beforeEach(async () => {
    owner = await accountOf(aws(), '444444444444');
    directConnect = new DirectConnectClient(owner);
    transitGateway = await createTransitGateway(owner);
    const { directConnectGateway } = await directConnect.send(
      new CreateDirectConnectGatewayCommand({
        directConnectGatewayName: 'on-premises',
        amazonSideAsn: 64513,
      }),
    );
    directConnectGatewayId = directConnectGateway?.directConnectGatewayId as string;
  });

  async function associate(gatewayId = transitGateway.id) {
    const { directConnectGatewayAssociation } = await directConnect.send(
      new CreateDirectConnectGatewayAssociationCommand({
        directConnectGatewayId,
        gatewayId,
        addAllowedPrefixesToDirectConnectGateway: [{ cidr: '10.20.0.0/16' }],
      }),
    );
    return directConnectGatewayAssociation?.associationId as string;
  }

  async function associations() {
    const { directConnectGatewayAssociations } = await directConnect.send(
      new DescribeDirectConnectGatewayAssociationsCommand({ directConnectGatewayId }),
    );
    return directConnectGatewayAssociations;
  }

  async function attachment() {
    const { TransitGatewayAttachments } = await new EC2Client(owner).send(
      new DescribeTransitGatewayAttachmentsCommand({
        Filters: [
          { Name: 'resource-type', Values: ['direct-connect-gateway'] },
          { Name: 'resource-id', Values: [directConnectGatewayId] },
          { Name: 'transit-gateway-id', Values: [transitGateway.id] },
        ],
      }),
    );
    return TransitGatewayAttachments?.[0];
  }

  it('is its account’s in every Region, and can be renamed', async () => {
    await directConnect.send(
      new UpdateDirectConnectGatewayCommand({
        directConnectGatewayId,
        newDirectConnectGatewayName: 'renamed',
      }),
    );
    const describe = new DescribeDirectConnectGatewaysCommand({ directConnectGatewayId });
    const elsewhere = new DirectConnectClient({ ...owner, region: 'eu-west-1' });
    const stranger = new DirectConnectClient(await accountOf(aws(), '333333333333'));

    expect((await elsewhere.send(describe)).directConnectGateways).toEqual([
      expect.objectContaining({ directConnectGatewayName: 'renamed', amazonSideAsn: 64513 }),
    ]);
    expect((await stranger.send(describe)).directConnectGateways).toEqual([]);
  });

  it('is attached to the transit gateway that it is associated with', async () => {
    expect(await attachment()).toBeUndefined();

    await associate();

    expect(await associations()).toEqual([
      expect.objectContaining({
        associationState: 'associated',
        allowedPrefixesToDirectConnectGateway: [{ cidr: '10.20.0.0/16' }],
        associatedGateway: expect.objectContaining({
          id: transitGateway.id,
          type: 'transitGateway',
        }),
      }),
    ]);
    expect(await attachment()).toMatchObject({ State: 'available' });
  });

  it('allows other prefixes when told to', async () => {
    const associationId = await associate();

    await directConnect.send(
      new UpdateDirectConnectGatewayAssociationCommand({
        associationId,
        addAllowedPrefixesToDirectConnectGateway: [{ cidr: '10.30.0.0/16' }],
        removeAllowedPrefixesToDirectConnectGateway: [{ cidr: '10.20.0.0/16' }],
      }),
    );

    expect((await associations())?.[0]?.allowedPrefixesToDirectConnectGateway).toEqual([
      { cidr: '10.30.0.0/16' },
    ]);
  });

  it('is deleted after its association, and the attachment with that', async () => {
    const associationId = await associate();
    const deletion = new DeleteDirectConnectGatewayCommand({ directConnectGatewayId });
    await expect(directConnect.send(deletion)).rejects.toMatchObject({
      name: 'DirectConnectClientException',
    });

    await directConnect.send(new DeleteDirectConnectGatewayAssociationCommand({ associationId }));

    expect(await attachment()).toMatchObject({ State: 'deleted' });
    expect(await associations()).toEqual([]);
    const { directConnectGateway } = await directConnect.send(deletion);
    expect(directConnectGateway?.directConnectGatewayState).toBe('deleted');
  });

  it('fails to be associated with a transit gateway that is not there', async () => {
    await expect(associate('tgw-0123456789abcdef0')).rejects.toThrow('tgw-0123456789abcdef0');
  });
});
