import {
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateTagsCommand,
  DeleteTransitGatewayCommand,
  DeleteTransitGatewayVpcAttachmentCommand,
  DescribeRouteTablesCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  EC2Client,
  RejectTransitGatewayVpcAttachmentCommand,
} from '@aws-sdk/client-ec2';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createNetwork, type EmbeddedNetwork } from '../../test/embedded-network';
import {
  acceptAttachment,
  attachmentSeenBy,
  attachNetwork,
  createTransitGateway,
  type EmbeddedTransitGateway,
  shareTransitGateway,
} from '../../test/embedded-transit-gateway';

jest.setTimeout(60_000);

const OWNER = '444444444444';
const SPOKE = '222222222222';
const STRANGER = '333333333333';

describe('a transit gateway of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let owner: Account;
  let spoke: Account;
  let stranger: Account;
  let network: EmbeddedNetwork;

  beforeEach(async () => {
    owner = await accountOf(aws(), OWNER);
    spoke = await accountOf(aws(), SPOKE);
    stranger = await accountOf(aws(), STRANGER);
    network = await createNetwork(spoke, '10.20');
  });

  async function gatewaySeenBy(account: Account, { id }: EmbeddedTransitGateway) {
    const { TransitGateways } = await new EC2Client(account).send(
      new DescribeTransitGatewaysCommand({ TransitGatewayIds: [id] }),
    );
    return TransitGateways?.[0];
  }

  async function defaultRouteTables({ id }: EmbeddedTransitGateway) {
    const { TransitGatewayRouteTables } = await new EC2Client(owner).send(
      new DescribeTransitGatewayRouteTablesCommand({
        Filters: [{ Name: 'transit-gateway-id', Values: [id] }],
      }),
    );
    return TransitGatewayRouteTables ?? [];
  }

  it('is seen by its owner and by those that it is shared with', async () => {
    const gateway = await createTransitGateway(owner);
    expect(await gatewaySeenBy(spoke, gateway)).toBeUndefined();

    await shareTransitGateway(gateway, owner, spoke, SPOKE);

    expect(await gatewaySeenBy(spoke, gateway)).toMatchObject({ OwnerId: OWNER });
    expect(await gatewaySeenBy(stranger, gateway)).toBeUndefined();
  });

  it('has no default route table when it neither associates nor propagates by default', async () => {
    const gateway = await createTransitGateway(owner, {
      SecurityGroupReferencingSupport: 'enable',
    });
    const { Options } = (await gatewaySeenBy(owner, gateway)) ?? {};

    expect(await defaultRouteTables(gateway)).toEqual([]);
    expect(Options).toMatchObject({ SecurityGroupReferencingSupport: 'enable' });
    expect(Options).not.toHaveProperty('AssociationDefaultRouteTableId');
  });

  it('associates by default when told to, but does not propagate', async () => {
    const gateway = await createTransitGateway(owner, { DefaultRouteTableAssociation: 'enable' });
    const own = await createNetwork(owner, '10.40');
    const [table] = await defaultRouteTables(gateway);

    const attachment = await attachmentSeenBy(owner, await attachNetwork(owner, gateway, own));

    expect(attachment?.Association).toEqual({
      State: 'associated',
      TransitGatewayRouteTableId: table?.TransitGatewayRouteTableId,
    });
    expect((await gatewaySeenBy(owner, gateway))?.Options).not.toHaveProperty(
      'PropagationDefaultRouteTableId',
    );
  });

  it('is deleted by its owner, once nothing is attached', async () => {
    const gateway = await createTransitGateway(owner);
    await shareTransitGateway(gateway, owner, spoke, SPOKE);
    const attachmentId = await attachNetwork(spoke, gateway, network);
    const deletion = new DeleteTransitGatewayCommand({ TransitGatewayId: gateway.id });

    await expect(new EC2Client(spoke).send(deletion)).rejects.toMatchObject({
      name: 'InvalidTransitGatewayID.NotFound',
    });
    await expect(new EC2Client(owner).send(deletion)).rejects.toThrow(
      `${gateway.id} has non-deleted Transit Gateway Attachments: ${attachmentId}.`,
    );

    await new EC2Client(spoke).send(
      new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: attachmentId }),
    );
    await new EC2Client(owner).send(deletion);
    expect(await gatewaySeenBy(owner, gateway)).toBeUndefined();
  });

  describe('attached to the VPC of another account', () => {
    let gateway: EmbeddedTransitGateway;

    beforeEach(async () => {
      gateway = await createTransitGateway(owner);
      await shareTransitGateway(gateway, owner, spoke, SPOKE);
    });

    it('waits until its owner accepts', async () => {
      const id = await attachNetwork(spoke, gateway, network);
      expect(await attachmentSeenBy(owner, id)).toMatchObject({
        ResourceId: network.vpcId,
        ResourceOwnerId: SPOKE,
        State: 'pendingAcceptance',
        TransitGatewayOwnerId: OWNER,
      });
      await expect(acceptAttachment(spoke, id)).rejects.toMatchObject({
        name: 'OperationNotPermitted',
      });

      await acceptAttachment(owner, id);

      expect((await attachmentSeenBy(spoke, id))?.State).toBe('available');
      expect(await attachmentSeenBy(owner, id)).not.toHaveProperty('Association');
      await expect(acceptAttachment(owner, id)).rejects.toMatchObject({ name: 'IncorrectState' });
    });

    it('does not wait when it accepts by itself', async () => {
      const accepting = await createTransitGateway(owner, {
        AutoAcceptSharedAttachments: 'enable',
      });
      await shareTransitGateway(accepting, owner, spoke, SPOKE);

      const id = await attachNetwork(spoke, accepting, network);

      expect((await attachmentSeenBy(owner, id))?.State).toBe('available');
    });

    it('may be rejected', async () => {
      const id = await attachNetwork(spoke, gateway, network);

      await new EC2Client(owner).send(
        new RejectTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: id }),
      );

      expect((await attachmentSeenBy(spoke, id))?.State).toBe('rejected');
    });

    it('is attached once', async () => {
      await attachNetwork(spoke, gateway, network);

      await expect(attachNetwork(spoke, gateway, network)).rejects.toMatchObject({
        name: 'DuplicateTransitGatewayAttachment',
      });
    });

    it('fails to be attached by an account that it is not shared with', async () => {
      const foreign = await createNetwork(stranger, '10.30');

      await expect(attachNetwork(stranger, gateway, foreign)).rejects.toMatchObject({
        name: 'InvalidTransitGatewayID.NotFound',
      });
    });

    it('has tags of each account', async () => {
      const { TransitGatewayVpcAttachment } = await new EC2Client(spoke).send(
        new CreateTransitGatewayVpcAttachmentCommand({
          TransitGatewayId: gateway.id,
          VpcId: network.vpcId,
          SubnetIds: [...network.subnetIds],
          TagSpecifications: [
            {
              ResourceType: 'transit-gateway-attachment',
              Tags: [{ Key: 'Name', Value: 'to the hub' }],
            },
          ],
        }),
      );
      const id = TransitGatewayVpcAttachment?.TransitGatewayAttachmentId as string;
      await new EC2Client(owner).send(
        new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'Name', Value: 'of the spoke' }] }),
      );

      expect((await attachmentSeenBy(spoke, id))?.Tags).toEqual([
        { Key: 'Name', Value: 'to the hub' },
      ]);
      expect((await attachmentSeenBy(owner, id))?.Tags).toEqual([
        { Key: 'Name', Value: 'of the spoke' },
      ]);
    });

    it('is seen as deleted, by both accounts, and cannot be deleted twice', async () => {
      const id = await attachNetwork(spoke, gateway, network);
      const deletion = new DeleteTransitGatewayVpcAttachmentCommand({
        TransitGatewayAttachmentId: id,
      });

      await new EC2Client(owner).send(deletion);

      const { TransitGatewayVpcAttachments } = await new EC2Client(spoke).send(
        new DescribeTransitGatewayVpcAttachmentsCommand({
          Filters: [{ Name: 'vpc-id', Values: [network.vpcId] }],
        }),
      );
      expect(TransitGatewayVpcAttachments?.map(({ State }) => State)).toEqual(['deleted']);
      await expect(new EC2Client(spoke).send(deletion)).rejects.toMatchObject({
        name: 'InvalidTransitGatewayAttachmentID.NotFound',
      });
    });

    it('is the target of a route of the VPC only after acceptance', async () => {
      const ec2 = new EC2Client(spoke);
      const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId: network.vpcId }));
      const RouteTableId = RouteTable?.RouteTableId as string;
      const route = {
        RouteTableId,
        DestinationCidrBlock: '192.168.0.0/16',
        TransitGatewayId: gateway.id,
      };
      const id = await attachNetwork(spoke, gateway, network);
      await expect(ec2.send(new CreateRouteCommand(route))).rejects.toMatchObject({
        name: 'InvalidTransitGatewayID.NotFound',
      });

      await acceptAttachment(owner, id);
      await ec2.send(new CreateRouteCommand(route));

      const { RouteTables } = await ec2.send(
        new DescribeRouteTablesCommand({ RouteTableIds: [RouteTableId] }),
      );
      expect(RouteTables?.[0]?.Routes).toContainEqual(
        expect.objectContaining({
          DestinationCidrBlock: '192.168.0.0/16',
          TransitGatewayId: gateway.id,
        }),
      );
    });
  });
});
