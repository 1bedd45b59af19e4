import {
  AcceptTransitGatewayPeeringAttachmentCommand,
  AssociateTransitGatewayRouteTableCommand,
  CreateTransitGatewayPeeringAttachmentCommand,
  CreateTransitGatewayRouteCommand,
  DeleteTransitGatewayPeeringAttachmentCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { type Account, accountOf, embeddedAwsForTests } from '../../test/embedded-account';
import {
  attachmentSeenBy,
  createRouteTable,
  createTransitGateway,
  type EmbeddedTransitGateway,
} from '../../test/embedded-transit-gateway';

jest.setTimeout(60_000);

const ACCOUNT = '444444444444';

describe('a peering of transit gateways of the embedded AWS', () => {
  const aws = embeddedAwsForTests();
  let requester: Account;
  let accepter: Account;
  let gateway: EmbeddedTransitGateway;
  let peer: EmbeddedTransitGateway;

  beforeEach(async () => {
    requester = await accountOf(aws(), ACCOUNT);
    accepter = { ...requester, region: 'eu-west-1' };
    gateway = await createTransitGateway(requester);
    peer = await createTransitGateway(accepter);
  });

  async function request(peerId = peer.id) {
    const { TransitGatewayPeeringAttachment } = await new EC2Client(requester).send(
      new CreateTransitGatewayPeeringAttachmentCommand({
        TransitGatewayId: gateway.id,
        PeerTransitGatewayId: peerId,
        PeerAccountId: ACCOUNT,
        PeerRegion: accepter.region,
      }),
    );
    return TransitGatewayPeeringAttachment?.TransitGatewayAttachmentId as string;
  }

  const accept = (account: Account, id: string) =>
    new EC2Client(account).send(
      new AcceptTransitGatewayPeeringAttachmentCommand({ TransitGatewayAttachmentId: id }),
    );

  it('is an attachment of each gateway, available once the other Region accepts', async () => {
    const id = await request();
    await expect(accept(requester, id)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
    expect(await attachmentSeenBy(accepter, id)).toMatchObject({
      ResourceId: gateway.id,
      ResourceType: 'peering',
      State: 'pendingAcceptance',
      TransitGatewayId: peer.id,
    });

    await accept(accepter, id);

    expect(await attachmentSeenBy(accepter, id)).toMatchObject({ State: 'available' });
    expect(await attachmentSeenBy(requester, id)).toMatchObject({
      ResourceId: peer.id,
      State: 'available',
      TransitGatewayId: gateway.id,
    });
  });

  it('has an association and static routes of its own in each Region', async () => {
    const id = await request();
    await accept(accepter, id);
    const sides: readonly (readonly [Account, EmbeddedTransitGateway, string])[] = [
      [requester, gateway, '192.168.0.0/16'],
      [accepter, peer, '10.20.0.0/16'],
    ];

    for (const [account, side, range] of sides) {
      const table = await createRouteTable(account, side);
      const relation = { TransitGatewayAttachmentId: id, TransitGatewayRouteTableId: table };
      const ec2 = new EC2Client(account);
      await ec2.send(new AssociateTransitGatewayRouteTableCommand(relation));
      const { Route } = await ec2.send(
        new CreateTransitGatewayRouteCommand({ ...relation, DestinationCidrBlock: range }),
      );

      expect(Route?.TransitGatewayAttachments?.[0]).toMatchObject({ ResourceType: 'peering' });
      expect((await attachmentSeenBy(account, id))?.Association).toEqual({
        State: 'associated',
        TransitGatewayRouteTableId: table,
      });
    }
  });

  it('is deleted on both sides, once', async () => {
    const id = await request();
    await accept(accepter, id);
    const deletion = new DeleteTransitGatewayPeeringAttachmentCommand({
      TransitGatewayAttachmentId: id,
    });

    await new EC2Client(accepter).send(deletion);

    expect((await attachmentSeenBy(requester, id))?.State).toBe('deleted');
    await expect(new EC2Client(requester).send(deletion)).rejects.toMatchObject({
      name: 'InvalidTransitGatewayAttachmentID.NotFound',
    });
  });

  it('fails when the other Region has no such gateway', async () => {
    await expect(request(gateway.id)).rejects.toMatchObject({
      name: 'InvalidTransitGatewayID.NotFound',
    });
  });
});
