import {
  AssociateTransitGatewayRouteTableCommand,
  CreateTransitGatewayRouteCommand,
  DeleteTransitGatewayRouteTableCommand,
  DeleteTransitGatewayVpcAttachmentCommand,
  DisableTransitGatewayRouteTablePropagationCommand,
  DisassociateTransitGatewayRouteTableCommand,
  EC2Client,
  EnableTransitGatewayRouteTablePropagationCommand,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
  SearchTransitGatewayRoutesCommand,
} from '@aws-sdk/client-ec2';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import { createNetwork } from '../../test/embedded-network';
import {
  acceptAttachment,
  attachNetwork,
  createRouteTable,
  createTransitGateway,
  type EmbeddedTransitGateway,
  shareTransitGateway,
} from '../../test/embedded-transit-gateway';

jest.setTimeout(60_000);

const SPOKE = '222222222222';

describe('a route table of a transit gateway of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let owner: Account;
  let ec2: EC2Client;
  let gateway: EmbeddedTransitGateway;
  /** Of a VPC with 10.20.0.0/16 in another account. */
  let attachmentId: string;
  let tableId: string;
  let otherTableId: string;

  beforeEach(async () => {
    owner = await accountOf(aws(), '444444444444');
    const spoke = await accountOf(aws(), SPOKE);
    ec2 = new EC2Client(owner);
    gateway = await createTransitGateway(owner);
    await shareTransitGateway(gateway, owner, spoke, SPOKE);
    attachmentId = await attachNetwork(spoke, gateway, await createNetwork(spoke, '10.20'));
    tableId = await createRouteTable(owner, gateway);
    otherTableId = await createRouteTable(owner, gateway);
  });

  const relation = (table: string) => ({
    TransitGatewayRouteTableId: table,
    TransitGatewayAttachmentId: attachmentId,
  });

  async function associations(table: string) {
    const { Associations } = await ec2.send(
      new GetTransitGatewayRouteTableAssociationsCommand({ TransitGatewayRouteTableId: table }),
    );
    return Associations?.map((association) => association.TransitGatewayAttachmentId);
  }

  async function propagations(table: string) {
    const { TransitGatewayRouteTablePropagations } = await ec2.send(
      new GetTransitGatewayRouteTablePropagationsCommand({ TransitGatewayRouteTableId: table }),
    );
    return TransitGatewayRouteTablePropagations?.map((p) => p.TransitGatewayAttachmentId);
  }

  async function routes(type: 'static' | 'propagated') {
    const { Routes } = await ec2.send(
      new SearchTransitGatewayRoutesCommand({
        TransitGatewayRouteTableId: tableId,
        Filters: [{ Name: 'type', Values: [type] }],
      }),
    );
    return Routes;
  }

  it.each([
    ['associated', () => new AssociateTransitGatewayRouteTableCommand(relation(tableId))],
    [
      'propagated from',
      () => new EnableTransitGatewayRouteTablePropagationCommand(relation(tableId)),
    ],
    [
      'routed to',
      () =>
        new CreateTransitGatewayRouteCommand({
          ...relation(tableId),
          DestinationCidrBlock: '10.20.0.0/16',
        }),
    ],
  ])('fails when an attachment is %s before it is accepted', async (_, command) => {
    await expect(
      ec2.send(command() as AssociateTransitGatewayRouteTableCommand),
    ).rejects.toMatchObject({ name: 'IncorrectState' });
  });

  describe('with an available attachment', () => {
    beforeEach(() => acceptAttachment(owner, attachmentId));

    it('is associated with attachments that are in no other', async () => {
      await ec2.send(new AssociateTransitGatewayRouteTableCommand(relation(tableId)));
      await expect(
        ec2.send(new AssociateTransitGatewayRouteTableCommand(relation(otherTableId))),
      ).rejects.toMatchObject({ name: 'Resource.AlreadyAssociated' });

      await ec2.send(new DisassociateTransitGatewayRouteTableCommand(relation(tableId)));
      await ec2.send(new AssociateTransitGatewayRouteTableCommand(relation(otherTableId)));

      expect(await associations(tableId)).toEqual([]);
      expect(await associations(otherTableId)).toEqual([attachmentId]);
    });

    it('is not deleted while an attachment is associated', async () => {
      await ec2.send(new AssociateTransitGatewayRouteTableCommand(relation(tableId)));
      const deletion = new DeleteTransitGatewayRouteTableCommand({
        TransitGatewayRouteTableId: tableId,
      });
      await expect(ec2.send(deletion)).rejects.toMatchObject({ name: 'IncorrectState' });

      await ec2.send(new DisassociateTransitGatewayRouteTableCommand(relation(tableId)));

      expect((await ec2.send(deletion)).TransitGatewayRouteTable?.State).toBe('deleted');
    });

    it('learns the range of a VPC, as another table may', async () => {
      for (const table of [tableId, otherTableId]) {
        await ec2.send(new EnableTransitGatewayRouteTablePropagationCommand(relation(table)));
      }
      expect(await routes('propagated')).toEqual([
        expect.objectContaining({
          DestinationCidrBlock: '10.20.0.0/16',
          State: 'active',
          TransitGatewayAttachments: [
            expect.objectContaining({ TransitGatewayAttachmentId: attachmentId }),
          ],
        }),
      ]);

      await ec2.send(new DisableTransitGatewayRouteTablePropagationCommand(relation(tableId)));

      expect(await routes('propagated')).toEqual([]);
      expect(await propagations(otherTableId)).toEqual([attachmentId]);
    });

    it('has one static route to a range, or a black hole', async () => {
      const route = { DestinationCidrBlock: '192.168.0.0/16', ...relation(tableId) };
      await ec2.send(new CreateTransitGatewayRouteCommand(route));
      await ec2.send(
        new CreateTransitGatewayRouteCommand({
          TransitGatewayRouteTableId: tableId,
          DestinationCidrBlock: '10.0.0.0/8',
          Blackhole: true,
        }),
      );

      await expect(ec2.send(new CreateTransitGatewayRouteCommand(route))).rejects.toMatchObject({
        name: 'RouteAlreadyExists',
      });
      expect(await routes('static')).toEqual([
        expect.objectContaining({ DestinationCidrBlock: '192.168.0.0/16', State: 'active' }),
        expect.objectContaining({ DestinationCidrBlock: '10.0.0.0/8', State: 'blackhole' }),
      ]);
    });

    it('forgets an attachment that is deleted', async () => {
      await ec2.send(new AssociateTransitGatewayRouteTableCommand(relation(tableId)));
      await ec2.send(new EnableTransitGatewayRouteTablePropagationCommand(relation(tableId)));

      await ec2.send(
        new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: attachmentId }),
      );

      expect(await associations(tableId)).toEqual([]);
      expect(await routes('propagated')).toEqual([]);
    });
  });
});
